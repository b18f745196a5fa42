package dev.understudy.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Searches the smallest sets of changes that turn a decision: obstacle by obstacle, the fewest
 * changes first. Nothing is proposed that was not decided again. Of as many changes only the most
 * promising are followed, and the whole work is bounded, so that a hostile policy costs no more
 * than a few hundred decisions.
 */
final class Proposals {
    /** More than anybody reads. */
    static final int MOST = 6;

    /** An organization's levels, and every other type of policy. */
    private static final int MOST_CHANGES = 12;

    private static final int FOLLOWED = 8;
    private static final int MOST_DECISIONS = 300;
    private static final int LEAST_DECISIONS = 16;
    private static final int MOST_CHARACTERS_READ = 20_000_000;

    private final AccessRequest request;
    private final PolicySet policies;
    private final Map<Integer, List<Node>> bySize = new TreeMap<>();
    private final Set<Set<Change>> seen = new HashSet<>();
    private final Statements statements;
    private int decisionsLeft;

    private Proposals(AccessRequest request, PolicySet policies, Statements statements) {
        this.request = request;
        this.policies = policies;
        this.statements = statements;
        long length = 1;
        for (PolicySource source : Explainer.sources(policies)) {
            length += source.document().text().length();
        }
        long affordable = MOST_CHARACTERS_READ / length;
        this.decisionsLeft = (int) Math.max(LEAST_DECISIONS, Math.min(MOST_DECISIONS, affordable));
    }

    private record Node(ChangedWorld world, Decision decision, int preference) {}

    /** The proposals for a denied request; the best first, all of the same number of changes. */
    static List<Proposal> toAllow(
            AccessRequest request, PolicySet policies, Statements statements) {
        return new Proposals(request, policies, statements).search();
    }

    private List<Proposal> search() {
        ChangedWorld start = ChangedWorld.of(request, policies, List.of(), statements);
        add(new Node(start, start.decide(), 0));
        for (int size = 0; size <= MOST_CHANGES; size++) {
            List<Node> nodes = bySize.getOrDefault(size, new ArrayList<>());
            nodes.sort(Comparator.comparingInt(Node::preference));
            List<Proposal> found = found(nodes);
            if (!found.isEmpty()) {
                return found;
            }
            for (Node node : nodes.subList(0, Math.min(nodes.size(), FOLLOWED))) {
                follow(node);
            }
        }
        return List.of();
    }

    private void add(Node node) {
        bySize.computeIfAbsent(node.world().changes().size(), none -> new ArrayList<>()).add(node);
    }

    private List<Proposal> found(List<Node> nodes) {
        Map<Set<Change>, Proposal> found = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.decision().allowed() && found.size() < MOST) {
                ChangedWorld least = least(node.world());
                found.putIfAbsent(
                        Set.copyOf(least.changes()),
                        new Proposal(least.changes(), least.request(), least.policies()));
            }
        }
        int fewest = found.keySet().stream().mapToInt(Set::size).min().orElse(0);
        return found.values().stream()
                .filter(proposal -> proposal.changes().size() == fewest)
                .toList();
    }

    /** Without what another change made needless. */
    private ChangedWorld least(ChangedWorld world) {
        for (int i = 0; i < world.changes().size() && world.changes().size() > 1; i++) {
            List<Change> fewer = new ArrayList<>(world.changes());
            fewer.remove(i);
            ChangedWorld less = worldOrNull(fewer);
            if (less != null && less.decide().allowed()) {
                return least(less);
            }
        }
        return world;
    }

    private void follow(Node node) {
        if (!(node.decision() instanceof Decision.Denied)) {
            return;
        }
        Obstacle obstacle = Obstacle.of(node.world(), (Decision.Denied) node.decision());
        for (Candidates.Step step : Candidates.of(node.world(), obstacle)) {
            List<Change> changes = new ArrayList<>(node.world().changes());
            changes.addAll(step.changes());
            if (decisionsLeft <= 0 || !seen.add(Set.copyOf(changes))) {
                continue;
            }
            decisionsLeft--;
            ChangedWorld world = worldOrNull(List.copyOf(changes));
            if (world != null) {
                keep(world, obstacle, node.preference() + step.preference());
            }
        }
    }

    /** Follows what took the obstacle out of the way. */
    private void keep(ChangedWorld world, Obstacle obstacle, int preference) {
        Decision decision = world.decide();
        boolean helped =
                !(decision instanceof Decision.Denied)
                        || !Obstacle.of(world, (Decision.Denied) decision).isSame(obstacle);
        if (helped) {
            add(new Node(world, decision, preference));
        }
    }

    @org.jspecify.annotations.Nullable
    private ChangedWorld worldOrNull(List<Change> changes) {
        try {
            return ChangedWorld.of(request, policies, changes, statements);
        } catch (IllegalArgumentException noDocument) {
            return null;
        }
    }
}
