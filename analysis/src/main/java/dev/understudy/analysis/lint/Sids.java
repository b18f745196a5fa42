package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.PolicyKind;

import java.util.HashSet;
import java.util.Set;

/** UNIQUE_SIDS_REQUIRED, UNIQUE_SIDS_RECOMMENDED, UNSUPPORTED_SID, EMPTY_SID_VALUE. */
final class Sids {
    private Sids() {}

    static void unique(PolicyView policy, Findings findings) {
        Set<String> seen = new HashSet<>();
        boolean required = policy.kind() != PolicyKind.RESOURCE;
        for (StatementView statement : policy.statements()) {
            String sid = statement.sid();
            Json value = statement.json().get("Sid");
            if (sid != null && value != null && !sid.isEmpty() && !seen.add(sid)) {
                findings.in(statement);
                findings.report(
                        required ? Issue.UNIQUE_SIDS_REQUIRED : Issue.UNIQUE_SIDS_RECOMMENDED,
                        Span.of(value),
                        "another statement has the id " + Words.quote(sid),
                        "give each statement an id of its own, or none");
            }
        }
    }

    static void form(StatementView statement, Findings findings) {
        String sid = statement.sid();
        var member = statement.json().member("Sid");
        if (sid == null || member == null) {
            return;
        }
        if (sid.isEmpty()) {
            findings.report(
                    Issue.EMPTY_SID_VALUE,
                    Span.of(member.value()),
                    "the statement's id is empty",
                    "write an id, or leave `Sid` out",
                    Edits.remove(statement.json(), member));
        } else if (statement.policy().kind() != PolicyKind.RESOURCE && !isPlain(sid)) {
            String plain = sid.replaceAll("[^A-Za-z0-9]", "");
            findings.report(
                    Issue.UNSUPPORTED_SID,
                    Span.of(member.value()),
                    "the id " + Words.quote(sid) + " holds more than letters and digits",
                    "use letters of the alphabet and digits only",
                    plain.isEmpty() ? null : Edits.replace(member.value(), plain));
        }
    }

    private static boolean isPlain(String sid) {
        return sid.chars()
                .allMatch(
                        c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }
}
