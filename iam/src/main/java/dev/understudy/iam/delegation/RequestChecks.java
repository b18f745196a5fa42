package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

/** What callers must be allowed to do something with a request. */
final class RequestChecks {
    private static final String OWNER = "iam:DelegationRequestOwner";

    private RequestChecks() {}

    /** {@code arn:aws:iam::A:delegation-request/ID}, in the caller's account. */
    static String arn(String id, AuthenticatedCall call) {
        return arnPrefix(call) + id;
    }

    static String arnPrefix(AuthenticatedCall call) {
        return "arn:"
                + call.account().partition()
                + ":iam::"
                + call.accountId().digits()
                + ":delegation-request/";
    }

    /** A check of this action on the request. */
    static Check of(String action, DelegationRequest request, AuthenticatedCall call) {
        return Check.of(action, arn(request.id(), call), call.accountId())
                .with(OWNER, request.progress().ownerId());
    }

    /** The same, for an action that AWS gives the owner of a request by default. */
    static Check ofOwner(String action, DelegationRequest request, AuthenticatedCall call) {
        Check check = of(action, request, call);
        return call.caller().arn().equals(request.progress().ownerId())
                ? check.grantedBy(grant(action, check.resource()))
                : check;
    }

    private static PolicySource grant(String action, String resource) {
        return new PolicySource(
                "owner of the delegation request",
                PolicyKind.IDENTITY,
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                                + action
                                + "\",\"Resource\":\""
                                + resource
                                + "\"}}"));
    }

    /** A check of listing the requests of this owner; null for all. */
    static Check list(@Nullable String ownerId, AuthenticatedCall call) {
        return Check.of("iam:ListDelegationRequests", "*", call.accountId()).with(OWNER, ownerId);
    }
}
