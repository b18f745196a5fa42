package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;

/** What a decision about Organizations is about: ARNs, and the keys of its actions. */
final class Arns {
    private Arns() {}

    /** A check of an action that has no resource. */
    static Check anywhere(String action, AuthenticatedCall call) {
        return Check.of("organizations:" + action, "*", call.accountId());
    }

    /** A check of an action on the root, unit or account of this id, whose tags are keys. */
    static Check node(String action, String id, AuthenticatedCall call) {
        OrganizationView view = Membership.find(call);
        OrganizationNode node = view == null ? null : view.node(id);
        if (view == null || node == null) {
            return anywhere(action, call);
        }
        return Check.of("organizations:" + action, view.arn(node), call.accountId())
                .withResourceTags(node.tags());
    }

    /** A check of an action on the policy of this id, whose type and tags are keys. */
    static Check policy(String action, String id, AuthenticatedCall call) {
        OrganizationView view = Membership.find(call);
        OrganizationPolicy policy = view == null ? null : view.policy(id);
        if (view == null || policy == null) {
            return anywhere(action, call);
        }
        return Check.of("organizations:" + action, view.arn(policy), call.accountId())
                .with("organizations:PolicyType", policy.type())
                .withResourceTags(policy.tags());
    }

    /** A check of an action on a policy of this type that is not there yet. */
    static Check newPolicy(String action, String type, AuthenticatedCall call) {
        OrganizationView view = Membership.find(call);
        Check check =
                view == null
                        ? anywhere(action, call)
                        : Check.of(
                                "organizations:" + action,
                                view.arnOfNewPolicy(type),
                                call.accountId());
        return check.with("organizations:PolicyType", type);
    }

    /**
     * Of an action on the policy of this id and on the root, unit or account that it is attached
     * to, or is to be; the policy's type is a key of both.
     */
    static Access attachment(
            String action, String policyId, String targetId, AuthenticatedCall call) {
        OrganizationView view = Membership.find(call);
        OrganizationPolicy policy = view == null ? null : view.policy(policyId);
        return Access.permission(
                policy(action, policyId, call),
                node(action, targetId, call)
                        .with("organizations:PolicyType", policy == null ? null : policy.type()));
    }

    /** A check of an action on whatever can be tagged and has this id. */
    static Check tagged(String action, String id, AuthenticatedCall call) {
        return id.startsWith("p-") ? policy(action, id, call) : node(action, id, call);
    }
}
