package dev.understudy.analysis.lint;

import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyText;
import dev.understudy.policy.Problem;

import java.util.List;

/**
 * Checks policies as AWS's ValidatePolicy does, as far as that can be done offline, and a little
 * further. It takes any text, never throws, and takes time and gives findings within bounds
 * whatever the text.
 */
public final class Linter {
    /** Twice what the API takes: AWS's own longest policy, written with blanks, fits. */
    private static final int LONGEST = 1 << 18;

    private Linter() {}

    /** Everything found in a policy of this kind, in the order of the text; at most 500. */
    public static List<Finding> lint(String text, PolicyKind kind) {
        PolicyText read = PolicyText.read(text.length() > LONGEST ? "" : text);
        Findings findings = new Findings(read);
        if (text.length() > LONGEST) {
            findings.report(
                    Issue.JSON_SYNTAX_ERROR,
                    new Span(0, 0),
                    "the text is longer than " + LONGEST + " characters",
                    "no policy may be so long: split it");
        } else if (read.root() instanceof JsonObject top) {
            PolicyView policy = new PolicyView(read, top, kind, ServiceCatalog.aws());
            Checks.ALL.forEach(check -> Check.run(check, policy, findings));
        } else {
            notAnObject(read, findings);
        }
        return findings.sorted();
    }

    private static void notAnObject(PolicyText read, Findings findings) {
        Problem problem = read.problem();
        if (problem == null) {
            findings.report(
                    Issue.DATA_TYPE_MISMATCH,
                    new Span(0, Math.min(1, read.text().length())),
                    "a policy is a JSON object",
                    "put the policy into braces");
            return;
        }
        int at = problem.position().offset();
        findings.report(
                Issue.JSON_SYNTAX_ERROR,
                new Span(at, Math.min(at + 1, read.text().length())),
                Words.plain(problem.message()),
                "write strict JSON: no comments, no trailing commas, no name twice in one object");
    }

    /**
     * What kind of policy a text most likely is; an identity policy if nothing speaks against it.
     */
    public static PolicyKind guessKind(String text) {
        PolicyText read = PolicyText.read(text.length() > LONGEST ? "" : text);
        return read.root() instanceof JsonObject top
                ? KindGuess.of(new PolicyView(read, top, PolicyKind.IDENTITY, ServiceCatalog.aws()))
                : PolicyKind.IDENTITY;
    }
}
