package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/** Puts a slip in a statement right, where it is plain what was meant. */
final class Correction {
    private Correction() {}

    /** The statement's text without the slip; null if there is none that is plain. */
    static @Nullable String of(
            AccessRequest request, PolicySource source, String statement, Mismatch mismatch) {
        Hint hint = Hints.of(request, source, mismatch);
        if (hint == null) {
            return null;
        }
        if (mismatch instanceof Mismatch.OtherAction) {
            return action(statement, (Mismatch.OtherAction) mismatch);
        }
        if (mismatch instanceof Mismatch.OtherResource && hint.clue() == Clue.LETTER_CASE) {
            return resource(statement, (Mismatch.OtherResource) mismatch, source);
        }
        if (mismatch instanceof Mismatch.FailedCondition
                && hint.clue() == Clue.WILDCARD_IS_LITERAL) {
            String operator = ((Mismatch.FailedCondition) mismatch).operator();
            return StatementEdit.renamed(
                    statement, operator, operator.replace("StringEquals", "StringLike"));
        }
        return null;
    }

    private static @Nullable String action(String statement, Mismatch.OtherAction other) {
        for (String wanted : Hints.first(other.wanted())) {
            if (Hints.action(other.actual(), java.util.List.of(wanted)) != null) {
                return StatementEdit.replaced(statement, "Action", wanted, other.actual());
            }
        }
        return null;
    }

    private static @Nullable String resource(
            String statement, Mismatch.OtherResource other, PolicySource source) {
        for (String wanted : Hints.first(other.wanted())) {
            Hint hint = ResourceHints.difference(other.actual(), wanted);
            String literal = Grants.literal(other.actual(), source.document().version());
            if (hint != null && hint.clue() == Clue.LETTER_CASE && literal != null) {
                return StatementEdit.replaced(statement, "Resource", wanted, literal);
            }
        }
        return null;
    }
}
