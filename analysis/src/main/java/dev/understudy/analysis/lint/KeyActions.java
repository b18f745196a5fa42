package dev.understudy.analysis.lint;

import dev.understudy.catalog.ActionDefinition;
import dev.understudy.catalog.ConditionKeyDefinition;
import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Json.JsonString;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys that a request for the action never carries: UNSUPPORTED_ACTION_FOR_CONDITION_KEY, and for
 * resources' tags *_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.
 */
final class KeyActions {
    private static final String TAG = "aws:resourcetag/";

    private KeyActions() {}

    /** A service's key with actions that are not that key's; wildcards are meant for what fits. */
    static void check(ConditionView condition, Findings findings) {
        StatementView statement = condition.statement();
        ServiceCatalog catalog = statement.policy().catalog();
        String key = condition.lowerKey();
        ConditionKeyDefinition known = catalog.conditionKey(key);
        boolean ofService =
                !key.startsWith("aws:")
                        && key.indexOf(':') > 0
                        && catalog.hasService(key.substring(0, key.indexOf(':')));
        if (known == null || !ofService || statement.notAction() || !demands(condition)) {
            return;
        }
        List<String> without = new ArrayList<>();
        for (JsonString name : statement.actions()) {
            ActionDefinition action = catalog.action(name.value());
            if (action != null && !catalog.conditionKeys(action).contains(known)) {
                without.add(action.fullName());
            }
        }
        if (!without.isEmpty()) {
            findings.report(
                    Issue.UNSUPPORTED_ACTION_FOR_CONDITION_KEY,
                    condition.keySpan(),
                    "requests for "
                            + Words.list(without)
                            + " never carry "
                            + Words.quote(condition.key()),
                    "put these actions into a statement without the condition");
        }
    }

    /** Whether it is false where the key is missing. */
    private static boolean demands(ConditionView condition) {
        OperatorName operator = condition.operator();
        return operator.known()
                && !operator.isNull()
                && !operator.negated()
                && !operator.ifExists()
                && !operator.qualifier().equals("ForAllValues");
    }

    static void tags(ConditionView condition, Findings findings) {
        StatementView statement = condition.statement();
        boolean effect = statement.allows() || statement.denies();
        if (!condition.lowerKey().startsWith(TAG) || !demands(condition) || !effect) {
            return;
        }
        if (statement.notAction()) {
            findings.report(
                    statement.allows()
                            ? Issue.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
                            : Issue.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
                    condition.keySpan(),
                    "`NotAction` reaches actions whose requests carry no tags of resources",
                    "list in `Action` those that do");
            return;
        }
        List<String> services = withoutTags(statement);
        if (!services.isEmpty()) {
            findings.report(
                    statement.allows()
                            ? Issue.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
                            : Issue.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
                    condition.keySpan(),
                    "none of the actions of " + Words.list(services) + " carries tags of resources",
                    "put them into a statement without the condition");
        }
    }

    /** The services none of whose actions here can have the key. */
    private static List<String> withoutTags(StatementView statement) {
        ServiceCatalog catalog = statement.policy().catalog();
        Map<String, Boolean> services = new LinkedHashMap<>();
        for (JsonString pattern : statement.actions()) {
            int colon = pattern.value().indexOf(':');
            boolean oneService =
                    colon > 0 && !Words.hasWildcard(pattern.value().substring(0, colon));
            for (ActionDefinition action :
                    oneService ? catalog.matching(pattern.value()) : List.<ActionDefinition>of()) {
                boolean tagged =
                        Boolean.TRUE.equals(services.get(action.service())) || isTagged(action);
                services.put(action.service(), tagged);
            }
        }
        return services.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isTagged(ActionDefinition action) {
        return action.conditionKeys().stream().anyMatch(KeyActions::isTag)
                || action.resources().stream()
                        .anyMatch(use ->
                                use.conditionKeys().stream().anyMatch(KeyActions::isTag)
                                        || use.type().conditionKeys().stream()
                                                .anyMatch(KeyActions::isTag));
    }

    private static boolean isTag(String key) {
        return Words.lower(key).startsWith(TAG);
    }
}
