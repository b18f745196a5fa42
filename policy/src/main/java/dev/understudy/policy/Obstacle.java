package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What stands first in the way of a denied request.
 *
 * @param source the document whose deny matches, or that cannot be read; null if an allow is
 *     missing
 * @param index of the statement that denies; -1 if there is none
 * @param sources the documents one of which would have to allow; empty for an explicit deny
 * @param level of control policies, from 1; 0 for other types
 */
record Obstacle(
        PolicyKind kind,
        @Nullable PolicySource source,
        int index,
        List<PolicySource> sources,
        int level) {

    static Obstacle of(ChangedWorld world, Decision.Denied denied) {
        Explainer explainer = world.explainer();
        return denied.explicit()
                ? explicit(explainer, world, denied.kind())
                : implicit(explainer, world.policies(), denied.kind());
    }

    private static Obstacle explicit(Explainer explainer, ChangedWorld world, PolicyKind kind) {
        for (PolicySource source : Explainer.sources(world.policies())) {
            if (source.kind() != kind) {
                continue;
            }
            if (source.document().isUnreadable()) {
                return new Obstacle(kind, world.origin(source), -1, List.of(), 0);
            }
            List<Statement> statements = explainer.statements(source);
            for (int i = 0; i < statements.size(); i++) {
                Statement statement = statements.get(i);
                if (statement.effect() == Effect.DENY && explainer.matches(source, statement)) {
                    return new Obstacle(kind, world.origin(source), i, List.of(), 0);
                }
            }
        }
        return new Obstacle(kind, null, -1, List.of(), 0);
    }

    private static Obstacle implicit(Explainer explainer, PolicySet policies, PolicyKind kind) {
        if (kind == PolicyKind.SERVICE_CONTROL || kind == PolicyKind.RESOURCE_CONTROL) {
            List<List<PolicySource>> levels =
                    kind == PolicyKind.SERVICE_CONTROL
                            ? policies.serviceControl()
                            : policies.resourceControl();
            for (int i = 0; i < levels.size(); i++) {
                boolean allows =
                        levels.get(i).stream()
                                .anyMatch(source -> explainer.has(source, Effect.ALLOW));
                if (!allows) {
                    return new Obstacle(kind, null, -1, levels.get(i), i + 1);
                }
            }
        }
        List<PolicySource> sources =
                Explainer.sources(policies).stream()
                        .filter(source -> source.kind() == kind)
                        .toList();
        return new Obstacle(kind, null, -1, sources, 0);
    }

    /** Whether it is the same one, so that a change did not help. */
    boolean isSame(Obstacle other) {
        return kind == other.kind
                && index == other.index
                && level == other.level
                && java.util.Objects.equals(source, other.source);
    }
}
