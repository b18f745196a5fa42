package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Looks at every statement again, this time noting each reason why it does not match. */
final class Explainer {
    private final AccessRequest request;
    private final PolicySet policies;

    private Explainer(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.policies = policies;
    }

    static Explanation explain(AccessRequest request, PolicySet policies, Decision decision) {
        Explainer explainer = new Explainer(request, policies);
        List<StatementResult> results = new ArrayList<>();
        for (PolicySource source : allSources(policies)) {
            for (Statement statement : source.document().statements()) {
                results.add(
                        new StatementResult(
                                source, statement, explainer.mismatches(source, statement)));
            }
        }
        return new Explanation(request, policies, decision, results);
    }

    private static List<PolicySource> allSources(PolicySet policies) {
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

    /** The documents of one kind. */
    static List<PolicySource> sources(PolicySet policies, PolicyKind kind) {
        return allSources(policies).stream().filter(source -> source.kind() == kind).toList();
    }

    private static void add(List<PolicySource> sources, @Nullable PolicySource source) {
        if (source != null) {
            sources.add(source);
        }
    }

    private List<Mismatch> mismatches(PolicySource source, Statement statement) {
        List<Mismatch> mismatches = new ArrayList<>();
        principal(source, statement, mismatches);
        if (!statement.action().matches(Ascii.lower(request.action()))) {
            ActionMatcher action = statement.action();
            mismatches.add(
                    new Mismatch.OtherAction(request.action(), action.texts(), action.negated()));
        }
        ResourceMatcher resource = statement.resource();
        if (resource != null && !resource.matches(request.resource(), request.context())) {
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

    private void principal(PolicySource source, Statement statement, List<Mismatch> mismatches) {
        boolean asked =
                source.kind() == PolicyKind.RESOURCE
                        || source.kind() == PolicyKind.TRUST
                        || source.kind() == PolicyKind.VPC_ENDPOINT;
        PrincipalMatcher matcher = statement.principal();
        if (!asked || matcher == null || statement.names(request.principal()) != Strength.NONE) {
            return;
        }
        boolean ofEndpoint = source.kind() == PolicyKind.VPC_ENDPOINT;
        if (matcher.negated()
                && !ofEndpoint
                && policies.boundary() != null
                && statement.effect() == Effect.DENY) {
            return;
        }
        List<String> wanted = matcher.elements().stream().map(PrincipalElement::value).toList();
        mismatches.add(new Mismatch.OtherPrincipal(request.principal().arn(), wanted));
    }

    private Mismatch failed(Condition condition) {
        List<String> actual = request.context().values(condition.key());
        return new Mismatch.FailedCondition(
                condition.operator(), condition.key(), condition.wanted(), actual);
    }
}
