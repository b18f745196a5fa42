package dev.understudy.iam.simulation;

import dev.understudy.catalog.Judged;
import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.iam.errors.PolicyEvaluation;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A caller with its policies, and what it is asked about. Each pair of action and resource is
 * decided by the evaluator that decides live requests.
 */
final class Simulation {
    private final SimulationInput input;
    private final Principal principal;
    private final PolicySet policies;
    private final RequestContext context;
    private final MatchedStatements statements = new MatchedStatements();
    private final MissingKeys missingKeys = new MissingKeys();

    /**
     * A simulation.
     *
     * @param policies of the caller, without a resource's
     * @param context without the entries of the input, which win
     */
    Simulation(
            SimulationInput input,
            SimulatedCaller caller,
            PolicySet policies,
            RequestContext.Builder context) {
        if (input.resourcePolicy() != null) {
            caller.requireNameable();
        }
        ContextEntries.addTo(context, input.entries());
        this.input = input;
        this.principal = caller.principal();
        this.policies = policies;
        this.context = context.build();
        policies.identity().forEach(Simulation::requireReadable);
        requireReadable(policies.boundary());
        policies.serviceControl().forEach(level -> level.forEach(Simulation::requireReadable));
    }

    private static void requireReadable(@Nullable PolicySource source) {
        if (source != null && source.document().isUnreadable()) {
            throw PolicyEvaluation.unreadable(SourceNames.id(source));
        }
    }

    /** The page of results that the input asks for: by action, then by resource. */
    ResultPage page() {
        List<String> resources = input.resources();
        return ResultPage.of(
                input.actions().size() * resources.size(),
                size(),
                index ->
                        result(
                                input.actions().get(index / resources.size()),
                                resources.get(index % resources.size())),
                input.maxItems(),
                input.marker());
    }

    private long size() {
        List<PolicySource> all = new ArrayList<>(policies.identity());
        policies.serviceControl().forEach(all::addAll);
        ResourcePolicy guard = input.resourcePolicy();
        Stream.of(
                        policies.boundary(),
                        guard == null ? null : guard.ordinary(),
                        guard == null ? null : guard.trust())
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all.stream().mapToLong(source -> source.document().text().length()).sum();
    }

    private EvaluationResult result(String action, String resource) {
        return switch (ServiceCatalog.aws().judged(action, resource)) {
            case Judged.UnknownAction unknown -> UnknownActions.result(action, resource);
            // What knows no resource is judged against everything, whatever was named.
            case Judged.AgainstEverything everything ->
                    result(action, resource, SimulationInput.EVERYTHING);
            case Judged.AgainstResource against -> result(action, resource, against.resource());
        };
    }

    private EvaluationResult result(String action, String resource, String judged) {
        AccessRequest request =
                new AccessRequest(principal, action, judged, owner(resource), context);
        PolicySet set = withResourcePolicy(action, resource);
        Explanation explanation = Evaluator.explain(request, set);
        Contributions contributions = new Contributions(request, set);
        EvaluationResult.Builder result =
                EvaluationResult.builder()
                        .evalActionName(action)
                        .evalResourceName(resource)
                        .evalDecision(Verdicts.text(explanation.decision()))
                        .matchedStatements(statements.of(explanation))
                        .missingContextValues(List.of())
                        .organizationsDecisionDetail(organizations(contributions))
                        .permissionsBoundaryDecisionDetail(boundary(contributions));
        if (resource.equals(SimulationInput.EVERYTHING)) {
            return result.missingContextValues(missingKeys.of(explanation)).build();
        }
        return result.evalDecisionDetailsWithStrings(contributions.acrossAccounts())
                .resourceSpecificResults(specific(resource, explanation, contributions))
                .build();
    }

    private PolicySet withResourcePolicy(String action, String resource) {
        ResourcePolicy policy = input.resourcePolicy();
        return policy == null
                ? policies
                : policies.toBuilder()
                        .resource(policy.source(action))
                        .resourcePolicyRequired(ResourcePolicy.isRequired(action, resource))
                        .build();
    }

    /**
     * Whose the resource is. Without a resource policy and an owner that is said, only the caller's
     * side is simulated, whatever account the ARN names.
     */
    private @Nullable AccountId owner(String resource) {
        if (input.resourcePolicy() == null && input.resourceOwner() == null) {
            return principal.account();
        }
        AccountId named = Owners.named(resource);
        if (named != null) {
            return named;
        }
        return input.resourceOwner() == null ? principal.account() : input.resourceOwner();
    }

    private ResourceSpecificResult specific(
            String resource, Explanation explanation, Contributions contributions) {
        ResourceSpecificResult.Builder specific =
                ResourceSpecificResult.builder()
                        .evalResourceName(resource)
                        .evalResourceDecision(Verdicts.text(explanation.decision()))
                        .matchedStatements(statements.of(explanation))
                        .missingContextValues(missingKeys.of(explanation))
                        .permissionsBoundaryDecisionDetail(boundary(contributions));
        Map<String, String> details = contributions.acrossAccounts();
        return details.isEmpty()
                ? specific.build()
                : specific.evalDecisionDetailsWithStrings(details).build();
    }

    private static @Nullable OrganizationsDecisionDetail organizations(Contributions of) {
        Boolean allowed = of.allowedByOrganizations();
        return allowed == null
                ? null
                : OrganizationsDecisionDetail.builder().allowedByOrganizations(allowed).build();
    }

    private static @Nullable PermissionsBoundaryDecisionDetail boundary(Contributions of) {
        Boolean allowed = of.allowedByBoundary();
        return allowed == null
                ? null
                : PermissionsBoundaryDecisionDetail.builder()
                        .allowedByPermissionsBoundary(allowed)
                        .build();
    }
}
