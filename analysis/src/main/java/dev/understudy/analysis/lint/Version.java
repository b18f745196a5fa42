package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonString;

/** INVALID_VERSION, MISSING_VERSION. */
final class Version {
    private static final String CURRENT = "2012-10-17";

    private Version() {}

    static void check(PolicyView policy, Findings findings) {
        Json version = policy.top().get("Version");
        if (version == null) {
            findings.report(
                    Issue.MISSING_VERSION,
                    Span.ofOpening(policy.top()),
                    "without `Version` the policy is of 2008-10-17, which has no policy variables",
                    "add `\"Version\": \"" + CURRENT + "\"`",
                    Edits.insert(policy.top(), "Version", '"' + CURRENT + '"'));
        } else if (version instanceof JsonString text
                && !text.value().equals(CURRENT)
                && !text.value().equals("2008-10-17")) {
            findings.report(
                    Issue.INVALID_VERSION,
                    Span.of(version),
                    Words.quote(text.value()) + " is no version of the policy language",
                    "write `" + CURRENT + "`",
                    Edits.replace(version, CURRENT));
        }
    }
}
