package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Decides access requests as AWS does: an explicit deny of any policy wins; then every type of
 * policy that limits must allow; then one that grants must. Deciding allocates nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Evaluator {
    private Evaluator() {}

    /** Whether the request may go on, by these policies. */
    public static Decision decide(AccessRequest request, PolicySet policies) {
        int serviceControl = everyLevel(request, policies.serviceControl());
        if (serviceControl == Rules.DENIES) {
            return Decision.Denied.explicit(PolicyKind.SERVICE_CONTROL);
        }
        int resourceControl = everyLevel(request, policies.resourceControl());
        if (resourceControl == Rules.DENIES) {
            return Decision.Denied.explicit(PolicyKind.RESOURCE_CONTROL);
        }
        int vpcEndpoint = one(request, policies.vpcEndpoint(), Naming.ASKED_IF_GIVEN);
        if (vpcEndpoint == Rules.DENIES) {
            return Decision.Denied.explicit(PolicyKind.VPC_ENDPOINT);
        }
        int resource = ofResource(request, policies);
        if (resource == Rules.DENIES) {
            return Decision.Denied.explicit(resourceKind(policies));
        }
        int identity = any(request, policies.identity());
        if (identity == Rules.DENIES) {
            return Decision.Denied.explicit(PolicyKind.IDENTITY);
        }
        int boundary = one(request, policies.boundary(), Naming.IGNORED);
        if (boundary == Rules.DENIES) {
            return Decision.Denied.explicit(PolicyKind.BOUNDARY);
        }
        int session = ofSession(request, policies);
        if (session == Rules.DENIES) {
            return Decision.Denied.explicit(PolicyKind.SESSION);
        }
        if (resourceControl < Rules.ALLOWS) {
            return Decision.Denied.implicit(PolicyKind.RESOURCE_CONTROL);
        }
        if (serviceControl < Rules.ALLOWS) {
            return Decision.Denied.implicit(PolicyKind.SERVICE_CONTROL);
        }
        if (vpcEndpoint < Rules.ALLOWS) {
            return Decision.Denied.implicit(PolicyKind.VPC_ENDPOINT);
        }
        PolicyKind silent = silent(request, policies, resource, identity, boundary, session);
        return silent == null ? Decision.Allowed.INSTANCE : Decision.Denied.implicit(silent);
    }

    /** The same with every reason. */
    public static Explanation explain(AccessRequest request, PolicySet policies) {
        return new Explanation(request, policies, decide(request, policies));
    }

    /** The kind of policy that had to grant, and did not; null if what had to grant did. */
    private static @Nullable PolicyKind silent(
            AccessRequest request,
            PolicySet policies,
            int resource,
            int identity,
            int boundary,
            int session) {
        Principal who = request.principal();
        if (who.account() == null) {
            // Whoever has no policies of his own: the resource alone decides.
            return resource == Rules.ALLOWS ? null : resourceKind(policies);
        }
        boolean crossesAccounts = crossesAccounts(request);
        if (!crossesAccounts && resource == Rules.ALLOWS) {
            return null;
        }
        if (!crossesAccounts && resource == Rules.NOTHING && policies.resourcePolicyRequired()) {
            return resourceKind(policies);
        }
        boolean spared = !crossesAccounts && resource == Strength.ROLE_LEVEL.ordinal();
        if (!spared && identity < Rules.ALLOWS && !(who instanceof Principal.RootUser)) {
            return PolicyKind.IDENTITY;
        }
        if (boundary < Rules.ALLOWS) {
            return PolicyKind.BOUNDARY;
        }
        if (session < Rules.ALLOWS) {
            return PolicyKind.SESSION;
        }
        // Across accounts the resource's own policy must say so, too, and within one partition.
        boolean open = !crossesAccounts || resource > Rules.NOTHING && staysInPartition(request);
        return open ? null : resourceKind(policies);
    }

    private static boolean crossesAccounts(AccessRequest request) {
        AccountId owner = request.resourceAccount();
        return owner != null && !owner.equals(request.principal().account());
    }

    /** Partitions are worlds apart: what is trusted in one cannot be used from another. */
    private static boolean staysInPartition(AccessRequest request) {
        Arn resource = Arn.parseOrNull(request.resource());
        Arn principal = Arn.parseOrNull(request.principal().arn());
        return resource == null
                || principal == null
                || resource.partition().equals(principal.partition());
    }

    private static PolicyKind resourceKind(PolicySet policies) {
        return policies.resource() == null ? PolicyKind.RESOURCE : policies.resource().kind();
    }

    private static int ofResource(AccessRequest request, PolicySet policies) {
        PolicySource source = policies.resource();
        if (source == null) {
            return Rules.NOTHING;
        }
        Naming naming = policies.boundary() == null ? Naming.ASKED : Naming.ASKED_OF_BOUNDED;
        return source.document().says(request, naming, Rules.NOTHING);
    }

    /**
     * What the session policies say. Without any a session is not limited by them, but for that of
     * a federated user, who may then do nothing.
     */
    private static int ofSession(AccessRequest request, PolicySet policies) {
        if (policies.session() != null) {
            return any(request, policies.session());
        }
        return request.principal() instanceof Principal.FederatedUser
                ? Rules.NOTHING
                : Rules.ALLOWS;
    }

    /** What one document says; where there is none, nothing is limited. */
    private static int one(AccessRequest request, @Nullable PolicySource source, Naming naming) {
        return source == null
                ? Rules.ALLOWS
                : source.document().says(request, naming, Rules.NOTHING);
    }

    /** What documents of one kind say together. */
    private static int any(AccessRequest request, List<PolicySource> sources) {
        int said = Rules.NOTHING;
        for (int i = 0; i < sources.size() && said < Rules.DENIES; i++) {
            said = sources.get(i).document().says(request, Naming.IGNORED, said);
        }
        return said;
    }

    /** What levels say of which each must allow; without any, nothing is limited. */
    private static int everyLevel(AccessRequest request, List<List<PolicySource>> levels) {
        int least = Rules.ALLOWS;
        for (int i = 0; i < levels.size(); i++) {
            int said = any(request, levels.get(i));
            if (said == Rules.DENIES) {
                return said;
            }
            least = Math.min(least, said);
        }
        return least;
    }
}
