package dev.understudy.iam.delegation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.PermissionCheckResultType;
import software.amazon.awssdk.services.iam.model.PermissionCheckStatusType;

/** Tells of a request. Its owner may by default. */
final class GetDelegationRequest
        implements ReadOperation<GetDelegationRequestRequest, GetDelegationRequestResponse> {
    @Override
    public Access access(GetDelegationRequestRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.ofOwner(
                        "iam:GetDelegationRequest",
                        Requests.find(input.delegationRequestId(), call).request(),
                        call));
    }

    /**
     * Whether the caller's permissions cover what is asked is not computed: a policy asks for
     * patterns, and one action of one resource is what can be decided. AWS has a word for that.
     */
    @Override
    public GetDelegationRequestResponse execute(
            GetDelegationRequestRequest input, AuthorizedCall call) {
        Requests.Found found = Requests.find(input.delegationRequestId(), call);
        GetDelegationRequestResponse.Builder answer =
                GetDelegationRequestResponse.builder()
                        .delegationRequest(DescribedRequest.of(found, call.now()));
        if (Boolean.TRUE.equals(input.delegationPermissionCheck())) {
            answer.permissionCheckStatus(PermissionCheckStatusType.COMPLETE)
                    .permissionCheckResult(PermissionCheckResultType.UNSURE);
        }
        return answer.build();
    }
}
