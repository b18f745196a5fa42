package dev.understudy.sts;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Says who the caller is. No policy can forbid it. */
final class GetCallerIdentity
        implements ReadOperation<GetCallerIdentityRequest, GetCallerIdentityResponse> {
    @Override
    public Access access(GetCallerIdentityRequest input, AuthenticatedCall call) {
        return new Access.AnySignedCaller();
    }

    @Override
    public GetCallerIdentityResponse execute(GetCallerIdentityRequest input, AuthorizedCall call) {
        return GetCallerIdentityResponse.builder()
                .userId(call.caller().userId())
                .account(call.accountId().digits())
                .arn(call.caller().arn())
                .build();
    }
}
