package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.Member;
import dev.understudy.policy.PolicyVocabulary;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** INVALID_CONDITION_OPERATOR, NULL_WITH_IF_EXISTS, NULL_WITH_QUALIFIER. */
final class Operators {
    private Operators() {}

    static void check(StatementView statement, Findings findings) {
        if (statement.json().get("Condition") instanceof JsonObject block) {
            for (Member operator : block.members()) {
                OperatorName name = OperatorName.of(operator.name());
                if (!name.known()) {
                    unknown(block, operator, name, findings);
                }
            }
        }
    }

    private static void unknown(
            JsonObject block, Member member, OperatorName name, Findings findings) {
        if (name.isNull() && name.ifExists()) {
            findings.report(
                    Issue.NULL_WITH_IF_EXISTS,
                    Span.ofName(member),
                    "`Null` asks whether the key exists, so that `IfExists` says nothing",
                    "write `Null`",
                    rename(block, member, "Null"));
        } else if (name.isNull()) {
            findings.report(
                    Issue.NULL_WITH_QUALIFIER,
                    Span.ofName(member),
                    "`Null` does not look at values, so that "
                            + Words.quote(name.qualifier())
                            + " says nothing",
                    "write `Null`",
                    rename(block, member, "Null"));
        } else {
            Optional<String> meant =
                    PolicyVocabulary.OPERATORS.stream()
                            .filter(base -> Words.lower(base).equals(Words.lower(name.base())))
                            .findFirst();
            findings.report(
                    Issue.INVALID_CONDITION_OPERATOR,
                    Span.ofName(member),
                    Words.quote(member.name()) + " is no condition operator",
                    meant.map(base -> "write `" + name.with(base) + '`')
                            .orElse("use an operator of the policy language"),
                    meant.map(base -> rename(block, member, name.with(base))).orElse(null));
        }
    }

    /** No edit may make a name that is there already. */
    static @Nullable Edit rename(JsonObject owner, Member member, String name) {
        return owner.get(name) == null ? Edits.rename(member, name) : null;
    }

    /** The operator's new name, if it is one for all keys below it, and not yet there. */
    static @Nullable Edit rename(ConditionView condition, String name) {
        boolean alone = condition.block().members().size() == 1;
        return alone && condition.statement().json().get("Condition") instanceof JsonObject owner
                ? rename(owner, condition.operatorMember(), name)
                : null;
    }
}
