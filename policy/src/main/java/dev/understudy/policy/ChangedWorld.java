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

    private ChangedWorld(
            List<Change> changes,
            AccessRequest request,
            PolicySet policies,
            Map<PolicySource, PolicySource> origins) {
        this.changes = changes;
        this.request = request;
        this.policies = policies;
        this.origins = origins;
    }

    /**
     * The world with the changes.
     *
     * @throws IllegalArgumentException if a change makes no document
     */
    static ChangedWorld of(AccessRequest request, PolicySet policies, List<Change> changes) {
        Edits edits = new Edits();
        changes.forEach(edits::add);
        Map<PolicySource, PolicySource> origins = new HashMap<>();
        PolicySet changed = edits.applied(policies, origins);
        return new ChangedWorld(changes, edits.applied(request), changed, origins);
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

    Decision decide() {
        return Evaluator.decide(request, policies);
    }

    /** The document as it was before the changes. */
    PolicySource origin(PolicySource source) {
        return origins.getOrDefault(source, source);
    }
}
