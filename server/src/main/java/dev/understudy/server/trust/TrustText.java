package dev.understudy.server.trust;

import dev.understudy.analysis.trust.TrustReview;
import dev.understudy.analysis.trust.TrustWarning;
import dev.understudy.federation.Finding;
import dev.understudy.federation.Proof;
import dev.understudy.policy.ConditionResult;
import dev.understudy.policy.Effect;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.Hurdle;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.Proposal;
import dev.understudy.policy.StatementResult;
import dev.understudy.policy.TextStyle;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a report for people: claims, and never the token. */
public final class TrustText {
    private static final int MOST_CHARACTERS = 160;
    private static final int MOST_STATEMENTS = 50;
    private static final Set<String> PLAIN =
            Set.of("length", "header", "extensions", "keyId", "issuer", "exp", "iat", "conditions");

    private final TrustReport report;
    private final TextStyle style;
    private final StringBuilder out = new StringBuilder();

    private TrustText(TrustReport report, TextStyle style) {
        this.report = report;
        this.style = style;
    }

    /** The report in several lines. */
    public static String of(TrustReport report, TextStyle style) {
        return new TrustText(report, style).text();
    }

    private String text() {
        TrustReport.Verdict verdict = report.verdict();
        out.append(style.verdict(verdict == TrustReport.Verdict.ADMITTED, word(verdict)))
                .append('\n');
        line("role", report.role());
        line("operation", report.operation());
        if (!report.caller().isEmpty()) {
            line("caller", report.caller());
        }
        Proof.Unproven refusal = report.refusal();
        if (refusal != null) {
            line("answer", refusal.code() + ": " + refusal.message());
        }
        report.notes().forEach(note -> line("note", note));
        findings();
        TrustReview review = report.review();
        if (review != null) {
            review.explanations().forEach(this::policy);
            review.explanations().forEach(this::changes);
            warnings(review.warnings());
        }
        return out.toString();
    }

    private static String word(TrustReport.Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> "WOULD BE ADMITTED";
            case REFUSED -> "WOULD NOT BE ADMITTED";
            case UNKNOWN -> "COULD NOT SAY: nothing speaks against it, but not all was checked";
        };
    }

    private void findings() {
        if (report.findings().isEmpty()) {
            return;
        }
        boolean failed =
                report.findings().stream().anyMatch(f -> f.outcome() != Finding.Outcome.OK);
        heading(
                failed
                        ? "what the token claims, and what it failed to prove"
                        : "what the token proved");
        for (Finding finding : report.findings()) {
            boolean ok = finding.outcome() == Finding.Outcome.OK;
            if (ok && isPlain(finding.check())) {
                continue;
            }
            String words =
                    "  %-7s %-16s %s"
                            .formatted(mark(finding), finding.check(), shown(finding.seen()));
            out.append(ok ? words : style.wrong(words)).append('\n');
            if (!ok) {
                out.append(" ".repeat(27)).append("wanted: ").append(shown(finding.wanted()));
                out.append('\n');
            }
        }
    }

    /** Forms, of which nobody asks unless they are wrong, and what another line says better. */
    private static boolean isPlain(String check) {
        return PLAIN.contains(check) || check.endsWith("Form");
    }

    private static String mark(Finding finding) {
        return switch (finding.outcome()) {
            case OK -> "ok";
            case FAILED -> "FAILED";
            case UNKNOWN -> "?";
        };
    }

    private void policy(Explanation explanation) {
        boolean allowed = explanation.decision().allowed();
        heading(
                "what the trust policy says to "
                        + explanation.request().action()
                        + ": "
                        + (allowed ? "allowed" : "not allowed"));
        List<StatementResult> statements =
                explanation.statements().stream()
                        .filter(one -> one.source() == explanation.policies().resource())
                        .toList();
        for (StatementResult result :
                statements.subList(0, Math.min(statements.size(), MOST_STATEMENTS))) {
            statement(explanation, result);
        }
        if (statements.isEmpty()) {
            out.append("  it has no statement that can be read\n");
        }
        if (!explanation.request().action().contains("With")) {
            explanation.verdicts().stream()
                    .filter(one -> one.kind() != PolicyKind.TRUST)
                    .forEach(one ->
                            line(
                                    one.kind().name().toLowerCase(Locale.ROOT) + " policies",
                                    one.text()));
        }
    }

    private void statement(Explanation explanation, StatementResult result) {
        boolean deny = result.statement().effect() == Effect.DENY;
        String effect = result.statement().effect().text();
        out.append("  ")
                .append(effect)
                .append(' ')
                .append(shown(result.place()))
                .append(": ")
                .append(
                        result.matched()
                                ? deny ? style.wrong("matches, and denies") : "matches"
                                : "does not match")
                .append('\n');
        for (Hurdle hurdle : explanation.hurdles(result)) {
            if (!hurdle.mismatch().about().equals("condition")) {
                row(
                        false,
                        hurdle.mismatch().text(),
                        hurdle.hint() == null ? null : hurdle.hint().text());
            }
        }
        for (ConditionResult condition : explanation.conditions(result)) {
            List<String> actual = condition.actual();
            row(
                    condition.holds(),
                    "%s: claim %s, %s %s"
                            .formatted(
                                    condition.key(),
                                    actual == null ? "missing" : values(actual),
                                    condition.operator(),
                                    values(condition.wanted())),
                    condition.hint() == null ? null : condition.hint().text());
        }
    }

    private void row(boolean holds, String words, @Nullable String hint) {
        String line = "    %-7s %s".formatted(holds ? "ok" : "FAILED", shown(words));
        out.append(holds ? line : style.wrong(line)).append('\n');
        if (hint != null) {
            out.append(" ".repeat(12)).append(shown(hint)).append('\n');
        }
    }

    private static String values(List<String> values) {
        return values.isEmpty() ? "empty" : String.join(", ", values);
    }

    private void changes(Explanation explanation) {
        if (explanation.decision().allowed()) {
            return;
        }
        List<Proposal> policies = TrustReview.ofPolicies(explanation);
        List<Proposal> request = TrustReview.ofRequest(explanation);
        String action = explanation.request().action();
        if (policies.isEmpty() && request.isEmpty()) {
            out.append("\nno change was found that would allow ")
                    .append(action)
                    .append(" and nothing else\n");
            return;
        }
        heading("one of these would allow " + action + " to this caller (each decided again)");
        int number = 1;
        for (Proposal proposal : policies) {
            out.append("  ").append(number++).append(". ").append(whole(proposal.text()));
            out.append('\n');
        }
        for (Proposal proposal : request) {
            out.append("  ").append(number++).append(". ").append(whole(proposal.text()));
            out.append('\n');
        }
    }

    private void warnings(List<TrustWarning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        heading("the trust policy admits more than this caller");
        for (TrustWarning warning : warnings) {
            out.append("  ")
                    .append(
                            style.wrong(
                                    warning.line()
                                            + ":"
                                            + warning.column()
                                            + " "
                                            + warning.code()
                                            + ": "
                                            + shown(warning.message())))
                    .append('\n')
                    .append("      fix: ")
                    .append(shown(warning.fix()))
                    .append('\n');
        }
    }

    private void heading(String text) {
        out.append('\n').append(style.heading(text)).append('\n');
    }

    private void line(String label, String value) {
        out.append("  ").append(label).append(": ").append(shown(value)).append('\n');
    }

    /** In one line, of bounded length, without characters that could play tricks. */
    static String shown(String text) {
        String whole = whole(text);
        return whole.length() <= MOST_CHARACTERS * 2
                ? whole
                : whole.substring(0, MOST_CHARACTERS * 2) + "... (longer)";
    }

    private static String whole(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    boolean plain =
                            !Character.isISOControl(c)
                                    && Character.getType(c) != Character.FORMAT
                                    && Character.getType(c) != Character.LINE_SEPARATOR
                                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR
                                    && Character.getType(c) != Character.SURROGATE;
                    safe.append(
                            plain
                                    ? Character.toString(c)
                                    : c == '\n' ? " " : "\\u%04x".formatted(c));
                });
        return safe.toString();
    }
}
