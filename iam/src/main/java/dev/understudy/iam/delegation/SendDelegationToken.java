package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.SendDelegationTokenRequest;
import software.amazon.awssdk.services.iam.model.SendDelegationTokenResponse;

/**
 * Finalizes an accepted request, for good. AWS then publishes an exchange token to the asking
 * account's topic; there are no topics here, so whoever runs the server hands the token out.
 *
 * @see ExchangeTokens
 */
final class SendDelegationToken
        implements ReadOperation<SendDelegationTokenRequest, SendDelegationTokenResponse> {
    private final Requests requests;

    SendDelegationToken(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Access access(SendDelegationTokenRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.of(
                        "iam:SendDelegationToken",
                        Requests.find(input.delegationRequestId(), call).request(),
                        call));
    }

    @Override
    public SendDelegationTokenResponse execute(
            SendDelegationTokenRequest input, AuthorizedCall call) {
        requests.change(
                Requests.find(input.delegationRequestId(), call),
                call,
                request -> {
                    Lifecycle.require(request, call.now(), Lifecycle.ACCEPTED);
                    requireSender(request, call);
                    return request.with(
                            Lifecycle.moved(request.progress(), Lifecycle.FINALIZED, call.now()));
                });
        return SendDelegationTokenResponse.builder().build();
    }

    private static void requireSender(DelegationRequest request, AuthorizedCall call) {
        if (request.onlySendByOwner()
                && !call.caller().arn().equals(request.progress().ownerId())) {
            throw InvalidInput.because(
                    "The token of delegation request "
                            + request.id()
                            + " can only be sent by its owner.");
        }
    }
}
