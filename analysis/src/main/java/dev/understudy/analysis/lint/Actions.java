package dev.understudy.analysis.lint;

import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Json.JsonString;

import java.util.List;

/** INVALID_ACTION, INVALID_SERVICE_IN_ACTION, WILDCARD_IN_SERVICE_NAME. */
final class Actions {
    private static final int SIMILAR = 3;

    private Actions() {}

    static void check(StatementView statement, Findings findings) {
        for (JsonString action : statement.actions()) {
            if (!findings.isFull() && !action.value().equals("*")) {
                check(action, statement.policy().catalog(), findings);
            }
        }
    }

    private static void check(JsonString action, ServiceCatalog catalog, Findings findings) {
        String name = action.value();
        int colon = name.indexOf(':');
        if (colon < 0 || name.indexOf(':', colon + 1) >= 0) {
            String what = colon < 0 ? " names no service" : " has more than one colon";
            invalid(action, Words.quote(name) + what, catalog, findings);
            return;
        }
        String service = name.substring(0, colon);
        if (Words.hasWildcard(service)) {
            findings.report(
                    Issue.WILDCARD_IN_SERVICE_NAME,
                    Span.of(action),
                    Words.quote(name) + " reaches services that nobody thought of",
                    "name each service");
        } else if (!catalog.hasService(service)) {
            unknownService(action, service, catalog, findings);
        } else if (Words.hasWildcard(name)) {
            if (catalog.matching(name).isEmpty()) {
                invalid(action, "no action matches " + Words.quote(name), catalog, findings);
            }
        } else if (catalog.action(name) == null) {
            invalid(action, Words.quote(name) + " is no action", catalog, findings);
        }
    }

    private static void unknownService(
            JsonString action, String service, ServiceCatalog catalog, Findings findings) {
        List<String> similar = catalog.similarActions(action.value(), SIMILAR);
        findings.report(
                Issue.INVALID_SERVICE_IN_ACTION,
                Span.of(action),
                Words.quote(service) + " is no service",
                fix(similar, "use a service prefix of the service authorization reference"),
                edit(action, similar));
    }

    private static void invalid(
            JsonString action, String message, ServiceCatalog catalog, Findings findings) {
        boolean literal = !Words.hasWildcard(action.value());
        List<String> similar =
                literal ? catalog.similarActions(action.value(), SIMILAR) : List.of();
        findings.report(
                Issue.INVALID_ACTION,
                Span.of(action),
                message,
                fix(similar, "remove it, or use a name of the service authorization reference"),
                edit(action, similar));
    }

    private static String fix(List<String> similar, String otherwise) {
        return similar.isEmpty() ? otherwise : "did you mean " + Words.list(similar) + '?';
    }

    /** Which of several was meant is for a person to say: it decides what is allowed. */
    private static @org.jspecify.annotations.Nullable Edit edit(
            JsonString action, List<String> similar) {
        return similar.size() == 1 ? Edits.replace(action, similar.getFirst()) : null;
    }
}
