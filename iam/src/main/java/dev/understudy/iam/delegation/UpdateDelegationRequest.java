package dev.understudy.iam.delegation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestResponse;

/** Forwards a request, with notes, to whoever may accept it. Its owner may by default. */
final class UpdateDelegationRequest
        implements ReadOperation<UpdateDelegationRequestRequest, UpdateDelegationRequestResponse> {
    private final Requests requests;

    UpdateDelegationRequest(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Access access(UpdateDelegationRequestRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.ofOwner(
                        "iam:UpdateDelegationRequest",
                        Requests.find(input.delegationRequestId(), call).request(),
                        call));
    }

    @Override
    public UpdateDelegationRequestResponse execute(
            UpdateDelegationRequestRequest input, AuthorizedCall call) {
        requests.change(
                Requests.find(input.delegationRequestId(), call),
                call,
                request -> {
                    Lifecycle.require(
                            request, call.now(), Lifecycle.ASSIGNED, Lifecycle.PENDING_APPROVAL);
                    return request.with(
                            Lifecycle.forwarded(request.progress(), input.notes(), call.now()));
                });
        return UpdateDelegationRequestResponse.builder().build();
    }
}
