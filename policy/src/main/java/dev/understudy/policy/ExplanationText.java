package dev.understudy.policy;

import java.util.List;
import java.util.Locale;

/** Writes explanations for people. */
final class ExplanationText {
    private ExplanationText() {}

    static String oneLine(Explanation explanation) {
        AccessRequest request = explanation.request();
        return request.principal().arn()
                + (explanation.decision().allowed() ? " may " : " may not ")
                + request.action()
                + " on "
                + request.resource()
                + ": "
                + reasonAndNearMiss(explanation);
    }

    static String reasonAndNearMiss(Explanation explanation) {
        List<StatementResult> misses = explanation.nearMisses();
        if (explanation.decision().allowed() || misses.isEmpty()) {
            return reason(explanation);
        }
        StatementResult miss = misses.get(0);
        return reason(explanation)
                + "; "
                + miss.place()
                + " would allow, but "
                + miss.mismatches().get(0).text();
    }

    private static String reason(Explanation explanation) {
        List<StatementResult> deciding = explanation.deciding();
        String where = deciding.isEmpty() ? "" : " (" + deciding.get(0).place() + ")";
        if (explanation.decision() instanceof Decision.Denied) {
            Decision.Denied denied = (Decision.Denied) explanation.decision();
            return AccessDeniedMessage.reason(explanation.request().action(), denied) + where;
        }
        return deciding.isEmpty() ? "allowed" : "allowed by " + deciding.get(0).place();
    }

    static String text(Explanation explanation) {
        AccessRequest request = explanation.request();
        StringBuilder out = new StringBuilder();
        out.append(explanation.decision().allowed() ? "ALLOWED" : "DENIED").append('\n');
        line(out, "principal", request.principal().arn());
        line(out, "action", request.action());
        line(out, "resource", request.resource());
        line(out, "reason", reason(explanation));
        out.append("\nwhat each type of policy says\n");
        for (KindVerdict verdict : explanation.verdicts()) {
            line(
                    out,
                    words(verdict.kind()),
                    verdict.verdict().text() + documents(verdict.documents()));
        }
        section(out, "statements that decided", explanation.deciding());
        if (!explanation.decision().allowed()) {
            section(out, "near misses", explanation.nearMisses());
        }
        return out.toString();
    }

    private static void section(StringBuilder out, String title, List<StatementResult> results) {
        if (results.isEmpty()) {
            return;
        }
        out.append('\n').append(title).append('\n');
        for (StatementResult result : results) {
            out.append("  ")
                    .append(result.statement().effect().text())
                    .append(' ')
                    .append(result.place());
            out.append('\n');
            result.mismatches()
                    .forEach(mismatch ->
                            out.append("    but ").append(mismatch.text()).append('\n'));
        }
    }

    private static String documents(int count) {
        return count == 1 ? "" : " (" + count + " documents)";
    }

    static String words(PolicyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void line(StringBuilder out, String label, String value) {
        out.append("  ").append(label).append(": ").append(value).append('\n');
    }
}
