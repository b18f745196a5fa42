package dev.understudy.analysis.lint;

import dev.understudy.catalog.ServiceCatalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * INVALID_CONDITION_KEY_FORMAT, INVALID_GLOBAL_CONDITION_KEY, INVALID_SERVICE_CONDITION_KEY,
 * MISSING_TAG_KEY_IN_CONDITION, DEPRECATED_GLOBAL_CONDITION_KEY,
 * DUPLICATE_KEYS_WITH_DIFFERENT_CASE, UNTRUSTWORTHY_CONDITION_KEY.
 */
final class ConditionKeys {
    private static final List<String> TAGS = List.of("resourcetag", "requesttag", "principaltag");

    /** What the caller writes into a header as it likes. */
    private static final Set<String> CALLERS = Set.of("aws:referer", "aws:useragent");

    private ConditionKeys() {}

    static void check(ConditionView condition, Findings findings) {
        String key = condition.key();
        String lower = condition.lowerKey();
        ServiceCatalog catalog = condition.statement().policy().catalog();
        int colon = key.indexOf(':');
        if (colon <= 0 || colon == key.length() - 1) {
            boolean global = catalog.conditionKey("aws:" + key) != null;
            findings.report(
                    Issue.INVALID_CONDITION_KEY_FORMAT,
                    condition.keySpan(),
                    Words.quote(key) + " names no service",
                    global ? "write `aws:" + Words.plain(key) + '`' : "write service:key",
                    global
                            ? Operators.rename(
                                    condition.block(), condition.keyMember(), "aws:" + key)
                            : null);
        } else if (lacksTagKey(lower)) {
            findings.report(
                    Issue.MISSING_TAG_KEY_IN_CONDITION,
                    condition.keySpan(),
                    Words.quote(key) + " does not say which tag",
                    "write the tag's key behind a slash: `"
                            + Words.plain(key.replace("/", ""))
                            + "/team`");
        } else if (lower.equals("aws:arn")) {
            findings.report(
                    Issue.DEPRECATED_GLOBAL_CONDITION_KEY,
                    condition.keySpan(),
                    Words.quote(key) + " is the old name of `aws:PrincipalArn`",
                    "write `aws:PrincipalArn`",
                    Operators.rename(condition.block(), condition.keyMember(), "aws:PrincipalArn"));
        } else if (catalog.conditionKey(key) == null) {
            unknown(condition, key.substring(0, colon), catalog, findings);
        }
        if (CALLERS.contains(lower)) {
            findings.report(
                    Issue.UNTRUSTWORTHY_CONDITION_KEY,
                    condition.keySpan(),
                    Words.quote(key) + " is whatever the caller says",
                    "do not let access depend on it");
        }
    }

    private static boolean lacksTagKey(String lower) {
        String name = lower.substring(lower.indexOf(':') + 1);
        return TAGS.contains(name)
                || (name.endsWith("/") && TAGS.contains(name.substring(0, name.length() - 1)));
    }

    private static void unknown(
            ConditionView condition, String prefix, ServiceCatalog catalog, Findings findings) {
        boolean global = prefix.equalsIgnoreCase("aws");
        boolean provider = prefix.indexOf('.') > 0;
        if (provider) {
            return;
        }
        String what =
                global || catalog.hasService(prefix)
                        ? " is no key of "
                        : " is a key of no service: there is no ";
        findings.report(
                global ? Issue.INVALID_GLOBAL_CONDITION_KEY : Issue.INVALID_SERVICE_CONDITION_KEY,
                condition.keySpan(),
                Words.quote(condition.key()) + what + Words.quote(prefix),
                "use a key of the service authorization reference; one that no request carries"
                        + " matches only by being missing");
    }

    static void duplicates(StatementView statement, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (ConditionView condition : statement.conditions()) {
            if (!seen.add(condition.operator().text() + ' ' + condition.lowerKey())) {
                findings.report(
                        Issue.DUPLICATE_KEYS_WITH_DIFFERENT_CASE,
                        condition.keySpan(),
                        Words.quote(condition.key()) + " is there before in another case",
                        "make one list of the values of both");
            }
        }
    }
}
