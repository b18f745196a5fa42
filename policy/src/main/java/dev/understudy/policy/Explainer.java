package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Looks at statements again, this time noting each reason why one does not match. */
final class Explainer {
    private final AccessRequest request;
    private final PolicySet policies;
    private final Statements statements;
    private final String lowerAction;

    Explainer(AccessRequest request, PolicySet policies, Statements statements) {
        this.request = request;
        this.policies = policies;
        this.statements = statements;
        this.lowerAction = Ascii.lower(request.action());
    }

    /** Every statement of every policy, in order. */
    List<StatementResult> all() {
        List<StatementResult> results = new ArrayList<>();
        for (PolicySource source : sources(policies)) {
            for (Statement statement : statements.of(source)) {
                results.add(new StatementResult(source, statement, mismatches(source, statement)));
            }
        }
        return results;
    }

    /** The statements of this effect that match. */
    List<StatementResult> matching(Effect effect) {
        List<StatementResult> results = new ArrayList<>();
        for (PolicySource source : sources(policies)) {
            for (Statement statement : statements.of(source)) {
                if (statement.effect() == effect && matches(source, statement)) {
                    results.add(new StatementResult(source, statement, List.of()));
                }
            }
        }
        return results;
    }

    /** The statements of the document, in order. */
    List<Statement> statements(PolicySource source) {
        return statements.of(source);
    }

    /** Whether some statement of the document has the effect and matches. */
    boolean has(PolicySource source, Effect effect) {
        for (Statement statement : statements.of(source)) {
            if (statement.effect() == effect && matches(source, statement)) {
                return true;
            }
        }
        return false;
    }

    /** Every document in the order in which AWS's messages name the types. */
    static List<PolicySource> sources(PolicySet policies) {
        List<PolicySource> sources = new ArrayList<>();
        policies.serviceControl().forEach(sources::addAll);
        policies.resourceControl().forEach(sources::addAll);
        add(sources, policies.vpcEndpoint());
        add(sources, policies.resource());
        sources.addAll(policies.identity());
        add(sources, policies.boundary());
        if (policies.session() != null) {
            sources.addAll(policies.session());
        }
        return sources;
    }

    private static void add(List<PolicySource> sources, @Nullable PolicySource source) {
        if (source != null) {
            sources.add(source);
        }
    }

    /** Whether the statement matches, whom it names included. */
    boolean matches(PolicySource source, Statement statement) {
        if (!statement.action().matches(lowerAction) || !resourceMatches(statement)) {
            return false;
        }
        for (Condition condition : statement.conditions()) {
            if (!condition.matches(request.context())) {
                return false;
            }
        }
        return isNamed(source, statement);
    }

    List<Mismatch> mismatches(PolicySource source, Statement statement) {
        List<Mismatch> mismatches = new ArrayList<>();
        PrincipalMatcher principal = statement.principal();
        if (!isNamed(source, statement)) {
            mismatches.add(otherPrincipal(principal));
        }
        ActionMatcher action = statement.action();
        if (!action.matches(lowerAction)) {
            mismatches.add(
                    new Mismatch.OtherAction(request.action(), action.texts(), action.negated()));
        }
        ResourceMatcher resource = statement.resource();
        if (resource != null && !resourceMatches(statement)) {
            mismatches.add(
                    new Mismatch.OtherResource(
                            request.resource(), resource.texts(), resource.negated()));
        }
        for (Condition condition : statement.conditions()) {
            if (!condition.matches(request.context())) {
                mismatches.add(failed(condition));
            }
        }
        return mismatches;
    }

    private Mismatch otherPrincipal(@Nullable PrincipalMatcher principal) {
        List<String> named =
                principal == null
                        ? List.of()
                        : principal.elements().stream().map(PrincipalElement::value).toList();
        return new Mismatch.OtherPrincipal(
                request.principal().arn(), named, principal != null && principal.negated());
    }

    private boolean resourceMatches(Statement statement) {
        ResourceMatcher resource = statement.resource();
        return resource == null || resource.matches(request.resource(), request.context());
    }

    /** Only policies of resources are asked whom they name. */
    private boolean isNamed(PolicySource source, Statement statement) {
        PrincipalMatcher principal = statement.principal();
        boolean ofEndpoint = source.kind() == PolicyKind.VPC_ENDPOINT;
        boolean asked =
                ofEndpoint
                        || source.kind() == PolicyKind.RESOURCE
                        || source.kind() == PolicyKind.TRUST;
        if (!asked || ofEndpoint && principal == null) {
            return true;
        }
        if (principal != null
                && principal.negated()
                && !ofEndpoint
                && policies.boundary() != null
                && statement.effect() == Effect.DENY) {
            return true;
        }
        return statement.names(request.principal()) != Strength.NONE;
    }

    private Mismatch failed(Condition condition) {
        List<String> actual = request.context().values(condition.key());
        return new Mismatch.FailedCondition(
                condition.operator(), condition.key(), condition.wanted(), actual);
    }
}
