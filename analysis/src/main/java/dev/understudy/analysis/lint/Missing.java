package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyKind;

import java.util.Optional;

/**
 * MISSING_STATEMENT, MISSING_EFFECT, INVALID_EFFECT, MISSING_ACTION, MISSING_RESOURCE,
 * MISSING_PRINCIPAL.
 */
final class Missing {
    private Missing() {}

    static void statement(PolicyView policy, Findings findings) {
        Json given = policy.top().get("Statement");
        boolean empty = given instanceof JsonArray list && list.items().isEmpty();
        if (given == null || empty) {
            findings.report(
                    Issue.MISSING_STATEMENT,
                    given == null ? Span.ofOpening(policy.top()) : Span.of(given),
                    "the policy has no statement",
                    "add a `Statement`");
        }
    }

    static void effect(StatementView statement, Findings findings) {
        Json effect = statement.json().get("Effect");
        if (effect == null) {
            missing(
                    Issue.MISSING_EFFECT,
                    "Effect",
                    "`\"Effect\": \"Allow\"` or `Deny`",
                    statement,
                    findings);
        } else if (effect instanceof JsonString text
                && !statement.allows()
                && !statement.denies()) {
            Optional<String> meant =
                    java.util.stream.Stream.of("Allow", "Deny")
                            .filter(name -> Words.lower(name).equals(Words.lower(text.value())))
                            .findFirst();
            findings.report(
                    Issue.INVALID_EFFECT,
                    Span.of(effect),
                    Words.quote(text.value()) + " is no effect",
                    meant.map(name -> "write `" + name + '`').orElse("write `Allow` or `Deny`"),
                    meant.map(name -> Edits.replace(effect, name)).orElse(null));
        }
    }

    static void action(StatementView statement, Findings findings) {
        if (!statement.has("Action") && !statement.has("NotAction")) {
            missing(Issue.MISSING_ACTION, "Action", "an `Action`", statement, findings);
        }
    }

    /** A role's trust policy is about the role itself; all others name what they are about. */
    static void resource(StatementView statement, Findings findings) {
        boolean needed = statement.policy().kind() != PolicyKind.TRUST;
        if (needed && !statement.has("Resource") && !statement.has("NotResource")) {
            missing(Issue.MISSING_RESOURCE, "Resource", "a `Resource`", statement, findings);
        }
    }

    static void principal(StatementView statement, Findings findings) {
        boolean needed = statement.policy().namesPrincipals();
        if (needed && !statement.has("Principal") && !statement.has("NotPrincipal")) {
            missing(Issue.MISSING_PRINCIPAL, "Principal", "a `Principal`", statement, findings);
        }
    }

    private static void missing(
            Issue issue, String name, String what, StatementView statement, Findings findings) {
        findings.report(
                issue, statement.opening(), "the statement has no `" + name + '`', "add " + what);
    }
}
