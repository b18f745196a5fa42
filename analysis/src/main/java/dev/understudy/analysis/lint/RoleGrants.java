package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * PASS_ROLE_WITH_* and CREATE_SLR_WITH_*: actions that hand on permissions, allowed on more roles
 * than are named.
 */
final class RoleGrants {
    private static final RoleGrants PASS =
            new RoleGrants("iam:PassRole", "iam:passedtoservice", "PASS_ROLE");
    private static final RoleGrants CREATE =
            new RoleGrants("iam:CreateServiceLinkedRole", "iam:awsservicename", "CREATE_SLR");

    /** Before these in an ARN's last part, a wildcard leaves the role's name open. */
    private static final List<String> PATHS =
            List.of("role/aws-service-role/", "role/", "role", "");

    private static final Set<PolicyKind> GRANTING =
            Set.of(PolicyKind.IDENTITY, PolicyKind.SESSION, PolicyKind.BOUNDARY);

    private final String action;
    private final String key;
    private final String code;

    private RoleGrants(String action, String key, String code) {
        this.action = action;
        this.key = key;
        this.code = code;
    }

    static void check(StatementView statement, Findings findings) {
        if (statement.allows() && GRANTING.contains(statement.policy().kind())) {
            PASS.look(statement, findings);
            CREATE.look(statement, findings);
        }
    }

    private void look(StatementView statement, Findings findings) {
        List<String> patterns = new ArrayList<>();
        for (JsonString pattern : statement.actions()) {
            if (Subsumption.covers(Words.ascii(pattern.value()), Words.ascii(action))) {
                patterns.add(pattern.value());
            }
        }
        if (statement.notAction() != patterns.isEmpty() || statement.asksFor(key)) {
            return;
        }
        boolean named = patterns.stream().anyMatch(pattern -> !Words.hasWildcard(pattern));
        String how = statement.notAction() ? "NOT_ACTION" : named ? "" : "STAR_IN_ACTION";
        if (statement.notResource()) {
            report(join(how, "NOT_RESOURCE"), statement.nameOf("NotResource"), findings);
            return;
        }
        for (JsonString resource : statement.resources()) {
            if (isOpen(resource.value())) {
                String where =
                        how.equals("NOT_ACTION")
                                ? "STAR_IN_RESOURCE_AND_NOT_ACTION"
                                : how.isEmpty()
                                        ? "STAR_IN_RESOURCE"
                                        : "STAR_IN_ACTION_AND_RESOURCE";
                report(where, Span.of(resource), findings);
                return;
            }
        }
    }

    private static String join(String how, String where) {
        return how.isEmpty() ? where : how + "_AND_" + where;
    }

    private static boolean isOpen(String resource) {
        if (Resources.isEverything(resource)) {
            return true;
        }
        ArnText arn = ArnText.of(resource);
        String last = arn.isWhole() ? arn.resource() : "*";
        boolean ofIam = arn.parts().size() < 3 || arn.service().equals("iam");
        return ofIam
                && PATHS.stream()
                        .anyMatch(
                                path -> last.startsWith(path + "*") || last.startsWith(path + "?"));
    }

    private void report(String how, Span where, Findings findings) {
        findings.report(
                Issue.valueOf(code + "_WITH_" + how),
                where,
                Words.quote(action) + " is allowed on roles that nobody named",
                "name the roles' ARNs, or ask for `"
                        + (key.startsWith("iam:passed")
                                ? "iam:PassedToService"
                                : "iam:AWSServiceName")
                        + '`');
    }
}
