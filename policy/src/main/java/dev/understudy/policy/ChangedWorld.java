package dev.understudy.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request and its policies with changes applied. */
final class ChangedWorld {
    private final List<Change> changes;
    private final AccessRequest request;
    private final PolicySet policies;
    private final Map<PolicySource, PolicySource> origins;
    private final Explainer explainer;

    private ChangedWorld(
            List<Change> changes,
            AccessRequest request,
            PolicySet policies,
            Map<PolicySource, PolicySource> origins,
            Statements statements) {
        this.changes = changes;
        this.request = request;
        this.policies = policies;
        this.origins = origins;
        this.explainer = new Explainer(request, policies, statements);
    }

    /**
     * The world with the changes.
     *
     * @throws IllegalArgumentException if a change makes no document
     */
    static ChangedWorld of(
            AccessRequest request,
            PolicySet policies,
            List<Change> changes,
            Statements statements) {
        Edits edits = new Edits(statements);
        changes.forEach(edits::add);
        Map<PolicySource, PolicySource> origins = new HashMap<>();
        PolicySet changed = edits.applied(policies, origins);
        return new ChangedWorld(
                List.copyOf(changes), edits.applied(request), changed, origins, statements);
    }

    List<Change> changes() {
        return changes;
    }

    AccessRequest request() {
        return request;
    }

    PolicySet policies() {
        return policies;
    }

    Explainer explainer() {
        return explainer;
    }

    Decision decide() {
        return Evaluator.decide(request, policies);
    }

    /** The document as it was before the changes. */
    PolicySource origin(PolicySource source) {
        return origins.getOrDefault(source, source);
    }
}
