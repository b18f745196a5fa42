package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Decides access requests as AWS does: an explicit deny of any policy wins; then every type of
 * policy that limits must allow; then one that grants must.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Evaluator {
    private final AccessRequest request;
    private final PolicySet policies;
    private final String action;

    private Evaluator(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.policies = policies;
        this.action = Ascii.lower(request.action());
    }

    /** Whether the request may go on, by these policies. */
    public static Decision decide(AccessRequest request, PolicySet policies) {
        return new Evaluator(request, policies).decide();
    }

    /** The same with every reason. */
    public static Explanation explain(AccessRequest request, PolicySet policies) {
        return Explainer.explain(request, policies, decide(request, policies));
    }

    private Decision decide() {
        PolicyKind denying = explicitDeny();
        if (denying != null) {
            return new Decision.Denied(denying, true);
        }
        PolicyKind limiting = limit();
        if (limiting != null) {
            return implicit(limiting);
        }
        if (isOutsider(request.principal())) {
            return resourceStrength() == Strength.DIRECT
                    ? Decision.Allowed.INSTANCE
                    : implicit(resourceKind());
        }
        return isCrossAccount() ? acrossAccounts() : withinAccount();
    }

    private static Decision implicit(PolicyKind kind) {
        return new Decision.Denied(kind, false);
    }

    /**
     * The kind of the first policy that denies, in the order in which AWS's messages name them;
     * null if none does.
     */
    private @Nullable PolicyKind explicitDeny() {
        if (anyLevelDenies(policies.serviceControl())) {
            return PolicyKind.SERVICE_CONTROL;
        }
        if (anyLevelDenies(policies.resourceControl())) {
            return PolicyKind.RESOURCE_CONTROL;
        }
        if (policies.vpcEndpoint() != null && denies(policies.vpcEndpoint())) {
            return PolicyKind.VPC_ENDPOINT;
        }
        if (policies.resource() != null && resourceDenies(policies.resource())) {
            return resourceKind();
        }
        if (anyDenies(policies.identity())) {
            return PolicyKind.IDENTITY;
        }
        if (policies.boundary() != null && denies(policies.boundary())) {
            return PolicyKind.BOUNDARY;
        }
        if (policies.session() != null && anyDenies(policies.session())) {
            return PolicyKind.SESSION;
        }
        return null;
    }

    /**
     * The kind of the first policy type that had to allow whoever asks, and did not; null if there
     * is none.
     */
    private @Nullable PolicyKind limit() {
        if (!everyLevelAllows(policies.resourceControl())) {
            return PolicyKind.RESOURCE_CONTROL;
        }
        if (!everyLevelAllows(policies.serviceControl())) {
            return PolicyKind.SERVICE_CONTROL;
        }
        if (policies.vpcEndpoint() != null && !allows(policies.vpcEndpoint())) {
            return PolicyKind.VPC_ENDPOINT;
        }
        return null;
    }

    /** Whoever has no policies of his own: the resource alone decides. */
    private static boolean isOutsider(Principal principal) {
        return principal.account() == null;
    }

    private boolean isCrossAccount() {
        AccountId owner = request.resourceAccount();
        return owner != null && !owner.equals(request.principal().account());
    }

    private Decision withinAccount() {
        Strength strength = resourceStrength();
        if (strength == Strength.DIRECT) {
            return Decision.Allowed.INSTANCE;
        }
        if (strength == Strength.NONE && policies.resourcePolicyRequired()) {
            return implicit(resourceKind());
        }
        return strength == Strength.ROLE_LEVEL ? limitsOfPrincipal() : ownPolicies();
    }

    /** Both sides must allow: the principal's own account, and the resource's policy. */
    private Decision acrossAccounts() {
        Decision own = ownPolicies();
        if (!own.allowed()) {
            return own;
        }
        return isSamePartition() && resourceStrength() != Strength.NONE
                ? Decision.Allowed.INSTANCE
                : implicit(resourceKind());
    }

    /** Partitions are worlds apart: what is trusted in one cannot be used from another. */
    private boolean isSamePartition() {
        Arn resource = Arn.parseOrNull(request.resource());
        Arn principal = Arn.parseOrNull(request.principal().arn());
        return resource == null
                || principal == null
                || resource.partition().equals(principal.partition());
    }

    private Decision ownPolicies() {
        boolean granted =
                request.principal() instanceof Principal.RootUser || anyAllows(policies.identity());
        return granted ? limitsOfPrincipal() : implicit(PolicyKind.IDENTITY);
    }

    private Decision limitsOfPrincipal() {
        if (policies.boundary() != null && !allows(policies.boundary())) {
            return implicit(PolicyKind.BOUNDARY);
        }
        if (policies.session() != null) {
            return anyAllows(policies.session())
                    ? Decision.Allowed.INSTANCE
                    : implicit(PolicyKind.SESSION);
        }
        return request.principal() instanceof Principal.FederatedUser
                ? implicit(PolicyKind.SESSION)
                : Decision.Allowed.INSTANCE;
    }

    private PolicyKind resourceKind() {
        return policies.resource() == null ? PolicyKind.RESOURCE : policies.resource().kind();
    }

    private Strength resourceStrength() {
        Strength strongest = Strength.NONE;
        PolicySource source = policies.resource();
        if (source == null) {
            return strongest;
        }
        for (Statement statement : source.document().statements()) {
            if (statement.effect() == Effect.ALLOW && matches(statement)) {
                strongest = Strength.stronger(strongest, statement.names(request.principal()));
            }
        }
        return strongest;
    }

    private boolean resourceDenies(PolicySource source) {
        if (source.document().isUnreadable()) {
            return true;
        }
        for (Statement statement : source.document().statements()) {
            if (statement.effect() == Effect.DENY && isMeant(statement) && matches(statement)) {
                return true;
            }
        }
        return false;
    }

    /** A deny of everyone but some always means those who have a permissions boundary. */
    private boolean isMeant(Statement statement) {
        PrincipalMatcher principal = statement.principal();
        boolean bounded = policies.boundary() != null && principal != null && principal.negated();
        return bounded || statement.names(request.principal()) != Strength.NONE;
    }

    private boolean matches(Statement statement) {
        return statement.matches(action, request.resource(), request.context());
    }

    private boolean anyDenies(List<PolicySource> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (denies(sources.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean denies(PolicySource source) {
        return source.document().isUnreadable() || has(source, Effect.DENY);
    }

    private boolean anyAllows(List<PolicySource> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (allows(sources.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean allows(PolicySource source) {
        return has(source, Effect.ALLOW);
    }

    private boolean has(PolicySource source, Effect effect) {
        List<Statement> statements = source.document().statements();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement.effect() == effect && matches(statement)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyLevelDenies(List<List<PolicySource>> levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (anyDenies(levels.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean everyLevelAllows(List<List<PolicySource>> levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (!anyAllows(levels.get(i))) {
                return false;
            }
        }
        return true;
    }
}
