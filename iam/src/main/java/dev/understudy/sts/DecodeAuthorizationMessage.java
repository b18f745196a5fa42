package dev.understudy.sts;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;
import dev.understudy.operation.Decisions;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageResponse;

/**
 * Explains a refusal to those who may know. The message to decode is the decision's id, which a
 * decision carries in the {@code x-understudy-decision} header.
 */
final class DecodeAuthorizationMessage
        implements ReadOperation<
                DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse> {
    private final Decisions decisions;

    DecodeAuthorizationMessage(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Access access(DecodeAuthorizationMessageRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("sts:DecodeAuthorizationMessage", "*", call.accountId()));
    }

    @Override
    public DecodeAuthorizationMessageResponse execute(
            DecodeAuthorizationMessageRequest input, AuthorizedCall call) {
        Decisions.Decided decision = decisions.find(input.encodedMessage());
        if (decision == null || !decision.concerns(call.accountId())) {
            throw new AwsError(ErrorCode.INVALID_AUTHORIZATION_MESSAGE, "Message not valid");
        }
        return DecodeAuthorizationMessageResponse.builder()
                .decodedMessage(DecodedMessage.of(decision, call.accountId()))
                .build();
    }
}
