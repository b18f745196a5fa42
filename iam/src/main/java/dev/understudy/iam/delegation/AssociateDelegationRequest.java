package dev.understudy.iam.delegation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestResponse;

/** Makes the caller the owner of a request, and its account the owning one. */
final class AssociateDelegationRequest
        implements ReadOperation<
                AssociateDelegationRequestRequest, AssociateDelegationRequestResponse> {
    private final Requests requests;

    AssociateDelegationRequest(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Access access(AssociateDelegationRequestRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.of(
                        "iam:AssociateDelegationRequest",
                        Requests.find(input.delegationRequestId(), call).request(),
                        call));
    }

    @Override
    public AssociateDelegationRequestResponse execute(
            AssociateDelegationRequestRequest input, AuthorizedCall call) {
        Requests.Found found = Requests.find(input.delegationRequestId(), call);
        Lifecycle.require(found.request(), call.now(), Lifecycle.UNASSIGNED);
        requests.receive(found, call);
        requests.change(
                found,
                call,
                request -> {
                    Lifecycle.require(request, call.now(), Lifecycle.UNASSIGNED);
                    return request.ownedBy(call.accountId().digits())
                            .with(
                                    Lifecycle.taken(
                                            request.progress(), call.caller().arn(), call.now()));
                });
        return AssociateDelegationRequestResponse.builder().build();
    }
}
