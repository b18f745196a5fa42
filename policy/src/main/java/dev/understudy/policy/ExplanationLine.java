package dev.understudy.policy;

import java.util.List;

/** Writes explanations in one line. */
final class ExplanationLine {
    private ExplanationLine() {}

    static String line(Explanation explanation) {
        return Words.printable(
                question(explanation.request(), explanation.decision())
                        + ": "
                        + reasonAndNearMiss(explanation));
    }

    static String headline(AccessRequest request, Decision decision) {
        String why =
                decision instanceof Decision.Denied
                        ? ": "
                                + AccessDeniedMessage.reason(
                                        request.action(), (Decision.Denied) decision)
                        : "";
        return Words.printable(question(request, decision) + why);
    }

    private static String question(AccessRequest request, Decision decision) {
        return request.principal().arn()
                + (decision.allowed() ? " may " : " may not ")
                + request.action()
                + " on "
                + request.resource();
    }

    static String assertion(Explanation explanation) {
        List<Proposal> changes = explanation.changes();
        if (changes.isEmpty()) {
            return line(explanation);
        }
        String would = explanation.decision().allowed() ? "denied" : "allowed";
        return line(explanation)
                + "; would be "
                + would
                + " after: "
                + Words.printable(changes.get(0).text());
    }

    static String reasonAndNearMiss(Explanation explanation) {
        List<NearMiss> misses = explanation.nearMisses();
        String reason = reason(explanation);
        return Words.printable(misses.isEmpty() ? reason : reason + "; " + misses.get(0).text());
    }

    static String reason(Explanation explanation) {
        List<StatementResult> deciding = explanation.deciding();
        if (explanation.decision() instanceof Decision.Denied) {
            Decision.Denied denied = (Decision.Denied) explanation.decision();
            return AccessDeniedMessage.reason(explanation.request().action(), denied)
                    + where(explanation, deciding, denied);
        }
        if (explanation.request().principal() instanceof Principal.RootUser && deciding.isEmpty()) {
            return "allowed, being the root user";
        }
        return deciding.isEmpty() ? "allowed" : "allowed by " + deciding.get(0).place();
    }

    /** The place of the first statement of the type that is named. */
    private static String where(
            Explanation explanation, List<StatementResult> deciding, Decision.Denied denied) {
        if (!denied.explicit()) {
            return "";
        }
        for (PolicySource source : Explainer.sources(explanation.policies())) {
            if (source.kind() == denied.kind() && source.document().isUnreadable()) {
                return " (" + source.name() + " cannot be read, and so denies everything)";
            }
        }
        for (StatementResult result : deciding) {
            if (result.source().kind() == denied.kind()) {
                return " (" + result.place() + ")";
            }
        }
        return "";
    }
}
