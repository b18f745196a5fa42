package dev.understudy.policy;

import java.util.ArrayList;
import java.util.List;

/** Steps that may take an obstacle out of the way. Whether one does is decided afterwards. */
final class Candidates {
    /** Of each sort: more than these nobody compares. */
    private static final int MOST = 4;

    private static final int MOST_KEYS = 3;

    private final ChangedWorld world;
    private final Explainer explainer;
    private final AccessRequest request;
    private final List<Step> steps = new ArrayList<>();

    private Candidates(ChangedWorld world) {
        this.world = world;
        this.request = world.request();
        this.explainer = world.explainer();
    }

    /**
     * One or more changes that belong together.
     *
     * @param preference of steps with as many changes the lower is the better
     */
    record Step(List<Change> changes, int preference) {}

    static List<Step> of(ChangedWorld world, Obstacle obstacle) {
        Candidates candidates = new Candidates(world);
        PolicySource denying = obstacle.source();
        if (denying == null) {
            candidates.missing(obstacle);
        } else if (obstacle.index() < 0) {
            candidates.unreadable(denying);
        } else {
            candidates.denied(denying, obstacle.index());
        }
        return candidates.steps;
    }

    private void unreadable(PolicySource source) {
        String grant = Grants.statement(source.kind(), DocumentParser.CURRENT, request);
        if (grant != null) {
            step(20, new Change.PolicyReplaced(source, grant));
        }
    }

    private void denied(PolicySource origin, int index) {
        Statement statement = explainer.statements(current(origin)).get(index);
        int found = 0;
        for (Condition condition : statement.conditions()) {
            for (Change change : KeyChanges.of(condition, request.context(), false)) {
                if (found++ < MOST) {
                    step(change instanceof Change.KeySet ? 0 : 1, change);
                }
            }
        }
        exclude(origin, index, statement);
        step(30, new Change.StatementRemoved(origin, index));
    }

    /** The document as it is with the changes so far. */
    private PolicySource current(PolicySource origin) {
        for (PolicySource source : Explainer.sources(world.policies())) {
            if (world.origin(source).equals(origin)) {
                return source;
            }
        }
        return origin;
    }

    /** Makes the deny leave out this case and as little else as can be. */
    private void exclude(PolicySource origin, int index, Statement statement) {
        String text = statement.text();
        ResourceMatcher resource = statement.resource();
        if (resource != null && resource.negated()) {
            String literal = Grants.literal(request.resource(), origin.document().version());
            if (literal != null && !literal.equals("*")) {
                edit(
                        origin,
                        index,
                        "except this resource too",
                        StatementEdit.added(text, "NotResource", literal));
            }
        }
        if (statement.action().negated()) {
            edit(
                    origin,
                    index,
                    "except this action too",
                    StatementEdit.added(text, "NotAction", request.action()));
        }
        if (request.context().values("aws:PrincipalArn") != null) {
            edit(
                    origin,
                    index,
                    "except this principal",
                    StatementEdit.condition(
                            text,
                            "ArnNotEquals",
                            "aws:PrincipalArn",
                            Grants.lasting(request.principal())));
        }
    }

    private void edit(
            PolicySource origin,
            int index,
            String purpose,
            @org.jspecify.annotations.Nullable String statement) {
        if (statement != null) {
            step(25, new Change.StatementReplaced(origin, index, purpose, statement));
        }
    }

    private void missing(Obstacle obstacle) {
        for (PolicySource source : obstacle.sources()) {
            near(source);
        }
        grant(obstacle.kind(), obstacle.level(), obstacle.sources());
        PolicySource resource = world.policies().resource();
        if (obstacle.kind() == PolicyKind.IDENTITY && resource != null) {
            near(resource);
            grant(resource.kind(), 0, List.of(resource));
        }
    }

    /** Adds the narrowest statement; a new document will do where there may be several. */
    private void grant(PolicyKind kind, int level, List<PolicySource> sources) {
        boolean several =
                level > 0
                        || kind == PolicyKind.IDENTITY
                        || kind == PolicyKind.SESSION
                        || sources.isEmpty();
        PolicySource target = several ? null : world.origin(sources.get(0));
        String version = target == null ? DocumentParser.CURRENT : target.document().version();
        String grant = Grants.statement(kind, version, request);
        if (grant != null) {
            boolean resource = kind == PolicyKind.RESOURCE;
            step(resource ? 15 : 10, new Change.StatementAdded(kind, target, level, grant));
        }
    }

    /**
     * Statements that would allow if keys were others, or if they were spelt as they were meant.
     */
    private void near(PolicySource source) {
        List<Statement> statements = explainer.statements(source);
        int found = 0;
        for (int i = 0; i < statements.size() && found < MOST; i++) {
            Statement statement = statements.get(i);
            if (statement.effect() != Effect.ALLOW) {
                continue;
            }
            List<Mismatch> mismatches = explainer.mismatches(source, statement);
            int before = steps.size();
            if (isAboutKeys(mismatches)) {
                keys(statement);
            }
            if (mismatches.size() == 1) {
                corrected(source, i, mismatches.get(0));
            }
            found += steps.size() > before ? 1 : 0;
        }
    }

    private static boolean isAboutKeys(List<Mismatch> mismatches) {
        return !mismatches.isEmpty()
                && mismatches.size() <= MOST_KEYS
                && mismatches.stream().allMatch(m -> m instanceof Mismatch.FailedCondition);
    }

    /** All the keys whose conditions do not hold, each with its best change. */
    private void keys(Statement statement) {
        List<Change> changes = new ArrayList<>();
        for (Condition condition : statement.conditions()) {
            if (!condition.matches(request.context())) {
                List<Change> found = KeyChanges.of(condition, request.context(), true);
                if (found.isEmpty()) {
                    return;
                }
                changes.add(found.get(0));
            }
        }
        steps.add(new Step(List.copyOf(changes), 0));
    }

    private void corrected(PolicySource source, int index, Mismatch mismatch) {
        PolicySource origin = world.origin(source);
        if (index >= explainer.statements(origin).size()) {
            return;
        }
        String text = explainer.statements(source).get(index).text();
        String corrected = Correction.of(request, source, text, mismatch);
        if (corrected != null) {
            step(5, new Change.StatementReplaced(origin, index, "correct", corrected));
        }
    }

    private void step(int preference, Change change) {
        steps.add(new Step(List.of(change), preference));
    }
}
