package dev.understudy.policy;

import java.util.List;

/**
 * Changes that together turn a decision, none of which could be left out. It was decided again with
 * them; whoever doubts it may do the same.
 *
 * @param changes one at least
 * @param request the request with the changes
 * @param policies the policies with the changes
 */
public record Proposal(List<Change> changes, AccessRequest request, PolicySet policies) {
    public Proposal {
        changes = List.copyOf(changes);
    }

    /** For people, in one line. */
    public String text() {
        return String.join("; and ", changes.stream().map(Change::text).toList());
    }
}
