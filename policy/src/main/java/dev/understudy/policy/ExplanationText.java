package dev.understudy.policy;

import java.util.List;

/** Writes explanations for a terminal. */
final class ExplanationText {
    private static final int MOST_DECIDING = 10;

    private final Explanation explanation;
    private final TextStyle style;
    private final StringBuilder out = new StringBuilder();

    ExplanationText(Explanation explanation, TextStyle style) {
        this.explanation = explanation;
        this.style = style;
    }

    String text() {
        boolean allowed = explanation.decision().allowed();
        AccessRequest request = explanation.request();
        out.append(style.verdict(allowed, allowed ? "ALLOWED" : "DENIED")).append('\n');
        line("principal", request.principal().arn());
        line("action", request.action());
        line("resource", request.resource());
        line("reason", ExplanationLine.reason(explanation));
        heading("what each type of policy says");
        for (KindVerdict verdict : explanation.verdicts()) {
            line(Words.kind(verdict.kind()), verdict.text());
        }
        deciding();
        nearMisses();
        changes();
        return out.toString();
    }

    private void deciding() {
        List<StatementResult> deciding = explanation.deciding();
        if (deciding.isEmpty()) {
            return;
        }
        heading("statements that decided");
        for (StatementResult result :
                deciding.subList(0, Math.min(deciding.size(), MOST_DECIDING))) {
            place(result);
            quote(result.statement());
        }
        if (deciding.size() > MOST_DECIDING) {
            out.append("  and ").append(deciding.size() - MOST_DECIDING).append(" more\n");
        }
    }

    private void nearMisses() {
        List<NearMiss> misses = explanation.nearMisses();
        if (misses.isEmpty()) {
            return;
        }
        heading("near misses: would have allowed, but");
        for (NearMiss miss : misses) {
            place(miss.statement());
            for (Hurdle hurdle : miss.hurdles()) {
                String text = Words.printable(hurdle.mismatch().text());
                out.append("    ").append(style.wrong(text)).append('\n');
                Hint hint = hurdle.hint();
                if (hint != null) {
                    out.append("      ").append(Words.printable(hint.text())).append('\n');
                }
            }
        }
    }

    private void changes() {
        List<Proposal> proposals = explanation.changes();
        boolean allowed = explanation.decision().allowed();
        if (proposals.isEmpty()) {
            if (!allowed) {
                out.append("\nno change was found that would allow this and nothing else\n");
            }
            return;
        }
        int size = proposals.get(0).changes().size();
        String each = size == 1 ? "one change" : size + " changes together";
        heading(each + " would " + (allowed ? "deny" : "allow") + " it (decided again with each)");
        for (int i = 0; i < proposals.size(); i++) {
            proposal(i + 1, proposals.get(i));
        }
    }

    private void proposal(int number, Proposal proposal) {
        String lead = "  " + number + ". ";
        for (Change change : proposal.changes()) {
            out.append(lead).append(Words.printable(change.text())).append('\n');
            lead = " ".repeat(lead.length() - 4) + "and ";
        }
    }

    private void place(StatementResult result) {
        out.append("  ")
                .append(result.statement().effect().text())
                .append(' ')
                .append(Words.printable(result.place()))
                .append('\n');
    }

    /** The statement's own text, its lines as its author broke them. */
    private void quote(Statement statement) {
        for (String line : statement.text().split("\\R")) {
            String shown = Words.printable(Words.shortened(line.replace('\t', ' ')));
            out.append("    ").append(style.quiet(shown)).append('\n');
        }
    }

    private void heading(String text) {
        out.append('\n').append(style.heading(text)).append('\n');
    }

    private void line(String label, String value) {
        out.append("  ").append(label).append(": ").append(Words.printable(value)).append('\n');
    }
}
