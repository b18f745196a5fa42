package dev.understudy.iam.delegation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.RejectDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.RejectDelegationRequestResponse;

/** Rejects a request, for good; an accepted one too, as long as its token was not released. */
final class RejectDelegationRequest
        implements ReadOperation<RejectDelegationRequestRequest, RejectDelegationRequestResponse> {
    private final Requests requests;

    RejectDelegationRequest(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Access access(RejectDelegationRequestRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.of(
                        "iam:RejectDelegationRequest",
                        Requests.find(input.delegationRequestId(), call).request(),
                        call));
    }

    @Override
    public RejectDelegationRequestResponse execute(
            RejectDelegationRequestRequest input, AuthorizedCall call) {
        requests.change(
                Requests.find(input.delegationRequestId(), call),
                call,
                request -> {
                    Lifecycle.require(
                            request,
                            call.now(),
                            Lifecycle.ASSIGNED,
                            Lifecycle.PENDING_APPROVAL,
                            Lifecycle.ACCEPTED);
                    return request.with(
                            Lifecycle.rejected(request.progress(), input.notes(), call.now()));
                });
        return RejectDelegationRequestResponse.builder().build();
    }
}
