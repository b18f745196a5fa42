package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyKind;

import java.util.List;
import java.util.Set;

/** What only resource control policies are asked: RCP_SYNTAX_ERROR_*, RCP_MISSING_RELATED_*. */
final class ResourceControl {
    private static final Set<String> SERVICES =
            Set.of(
                    "s3",
                    "sts",
                    "kms",
                    "sqs",
                    "secretsmanager",
                    "ecr",
                    "aoss",
                    "cognito-identity",
                    "cognito-idp",
                    "logs",
                    "dynamodb");
    private static final List<String> PRINCIPAL_KEYS =
            List.of(
                    "aws:principalorgid",
                    "aws:principalorgpaths",
                    "aws:principalaccount",
                    "aws:principalarn");
    private static final List<String> SOURCE_KEYS =
            List.of("aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceaccount");

    private ResourceControl() {}

    static void check(StatementView statement, Findings findings) {
        if (statement.policy().kind() != PolicyKind.RESOURCE_CONTROL) {
            return;
        }
        boolean everyone = statement.principals().stream().allMatch(PrincipalView::isEveryone);
        if (statement.namesPrincipalNot() || !everyone) {
            findings.report(
                    Issue.RCP_SYNTAX_ERROR_PRINCIPAL,
                    statement.nameOf(statement.namesPrincipalNot() ? "NotPrincipal" : "Principal"),
                    "a resource control policy is about everybody",
                    "write `\"Principal\": \"*\"` and ask for the principal in conditions");
        }
        if (statement.notAction()) {
            findings.report(
                    Issue.RCP_SYNTAX_ERROR_NOTACTION,
                    statement.nameOf("NotAction"),
                    "a resource control policy cannot have `NotAction`",
                    "list the actions in `Action`");
        }
        if (statement.allows()) {
            findings.report(
                    Issue.RCP_SYNTAX_ERROR_ALLOW,
                    statement.nameOf("Effect"),
                    "only RCPFullAWSAccess, which is AWS's, allows",
                    "deny what is not to be");
        } else {
            actions(statement, findings);
        }
        related(statement, findings);
    }

    private static void actions(StatementView statement, Findings findings) {
        for (JsonString action : statement.strings("Action")) {
            int colon = action.value().indexOf(':');
            String service =
                    Words.lower(colon < 0 ? action.value() : action.value().substring(0, colon));
            if (!SERVICES.contains(service)) {
                findings.report(
                        Issue.RCP_SYNTAX_ERROR_ACTION,
                        Span.of(action),
                        "resource control policies do not reach " + Words.quote(action.value()),
                        "name actions of services that support them: "
                                + String.join(", ", SERVICES.stream().sorted().toList()));
            }
        }
    }

    private static void related(StatementView statement, Findings findings) {
        if (!statement.denies() || statement.asksFor("aws:principalisawsservice")) {
            return;
        }
        for (ConditionView condition : statement.conditions()) {
            if (PRINCIPAL_KEYS.contains(condition.lowerKey())) {
                report(
                        Issue.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY,
                        condition,
                        "AWS's own services, which have no such key,",
                        "false",
                        findings);
            } else if (SOURCE_KEYS.contains(condition.lowerKey())) {
                report(
                        Issue.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY,
                        condition,
                        "your own principals, which have no such key,",
                        "true",
                        findings);
            }
        }
    }

    private static void report(
            Issue issue, ConditionView condition, String who, String value, Findings findings) {
        findings.report(
                issue,
                condition.keySpan(),
                "it may deny " + who + " by " + Words.quote(condition.key()),
                "add `\"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"" + value + "\"}`");
    }
}
