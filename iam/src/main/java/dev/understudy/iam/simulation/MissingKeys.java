package dev.understudy.iam.simulation;

import dev.understudy.policy.Explanation;
import dev.understudy.policy.Mismatch;
import dev.understudy.policy.RequestContext;
import dev.understudy.policy.StatementResult;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The condition keys that were not given, of statements which could match: those that speak of this
 * caller, action and resource, whatever their conditions say.
 */
final class MissingKeys {
    /** What a statement uses is read once, however many pairs are asked about. */
    private final Map<Text, ContextKeys> used = new HashMap<>();

    private final Map<Text, ContextKeys> variables = new HashMap<>();

    /** A statement's text, which says by its document's version whether it has variables. */
    private record Text(String version, String statement) {
        static Text of(StatementResult result) {
            return new Text(result.source().document().version(), result.statement().text());
        }
    }

    List<String> of(Explanation explanation) {
        RequestContext context = explanation.request().context();
        Set<String> missing = new LinkedHashSet<>();
        for (StatementResult result : explanation.statements()) {
            if (MatchedStatements.isTold(result.source().kind()) && couldMatch(result, context)) {
                ContextKeys keys =
                        used.computeIfAbsent(
                                Text.of(result),
                                text -> ContextKeys.of(text.version(), text.statement()));
                missing.addAll(missing(keys, context));
            }
        }
        ContextKeys once = new ContextKeys();
        missing.forEach(once::add);
        return List.copyOf(once.names());
    }

    private boolean couldMatch(StatementResult result, RequestContext context) {
        for (Mismatch mismatch : result.mismatches()) {
            boolean open =
                    mismatch instanceof Mismatch.FailedCondition
                            || mismatch instanceof Mismatch.OtherResource
                                    && hasOpenVariable(result, context);
            if (!open) {
                return false;
            }
        }
        return true;
    }

    /** Whether the statement's resource may be another once all variables have their values. */
    private boolean hasOpenVariable(StatementResult result, RequestContext context) {
        ContextKeys keys =
                variables.computeIfAbsent(
                        Text.of(result),
                        text -> ContextKeys.ofVariables(text.version(), text.statement()));
        return !missing(keys, context).isEmpty();
    }

    private static List<String> missing(ContextKeys keys, RequestContext context) {
        return keys.names().stream().filter(name -> context.values(name) == null).toList();
    }
}
