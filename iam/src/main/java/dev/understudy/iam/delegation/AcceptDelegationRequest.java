package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Caller;
import dev.understudy.operation.ReadOperation;
import dev.understudy.operation.Session;
import dev.understudy.policy.Principal;

import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestResponse;

import java.util.Map;

/**
 * Accepts a request: it is the caller's permissions that are to be delegated, within the request's
 * policy. The exchange token has still to be sent.
 */
final class AcceptDelegationRequest
        implements ReadOperation<AcceptDelegationRequestRequest, AcceptDelegationRequestResponse> {
    /** In seconds; AWS's limit for root users. */
    private static final int MOST_FOR_ROOT = 14_400;

    private final Requests requests;

    AcceptDelegationRequest(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Access access(AcceptDelegationRequestRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.of(
                        "iam:AcceptDelegationRequest",
                        Requests.find(input.delegationRequestId(), call).request(),
                        call));
    }

    @Override
    public AcceptDelegationRequestResponse execute(
            AcceptDelegationRequestRequest input, AuthorizedCall call) {
        Requests.Found found = Requests.find(input.delegationRequestId(), call);
        if (call.caller().principal() instanceof Principal.RootUser
                && found.request().sessionDuration() > MOST_FOR_ROOT) {
            throw InvalidInput.because(
                    "The root user can only accept delegation requests with a duration of 4 hours"
                            + " or less.");
        }
        requests.change(
                found,
                call,
                request -> {
                    Lifecycle.require(
                            request, call.now(), Lifecycle.ASSIGNED, Lifecycle.PENDING_APPROVAL);
                    return request.with(
                            Lifecycle.accepted(
                                    request.progress(),
                                    call.caller().arn(),
                                    approver(call.caller()),
                                    call.now()));
                });
        return AcceptDelegationRequestResponse.builder().build();
    }

    /**
     * Whom the delegated session acts as. What limits a session is not the principal's, so that
     * whoever is limited by it would delegate more than its own permissions.
     */
    private static DelegationRequest.Approver approver(Caller caller) {
        Session session = caller.session();
        if (session == null) {
            return new DelegationRequest.Approver(caller.userId(), Map.of(), null);
        }
        if (session.hasPolicies()) {
            throw InvalidInput.because(
                    "A session that is limited by session policies cannot accept delegation"
                            + " requests.");
        }
        return new DelegationRequest.Approver(
                session.principalId(), session.tags(), session.sourceIdentity());
    }
}
