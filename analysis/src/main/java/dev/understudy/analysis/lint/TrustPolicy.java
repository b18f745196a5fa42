package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What only roles' trust policies are asked: ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL,
 * ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE, ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
 * UNSUPPORTED_ACTION_IN_POLICY, MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY,
 * REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY.
 */
final class TrustPolicy {
    private static final Set<String> ACTIONS =
            Set.of(
                    "sts:assumerole",
                    "sts:assumerolewithsaml",
                    "sts:assumerolewithwebidentity",
                    "sts:tagsession",
                    "sts:setsourceidentity",
                    "sts:setcontext");
    private static final List<String> ANYWHERE =
            List.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");

    private TrustPolicy() {}

    static void check(StatementView statement, Findings findings) {
        if (statement.policy().isTrust()) {
            elements(statement, findings);
            actions(statement, findings);
            everyone(statement, findings);
            rolesAnywhere(statement, findings);
            sessions(statement, findings);
        }
    }

    private static void elements(StatementView statement, Findings findings) {
        for (String name : List.of("Resource", "NotResource")) {
            Member member = statement.json().member(name);
            if (member != null) {
                findings.report(
                        Issue.ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE,
                        Span.ofName(member),
                        "a trust policy is about its role and names no resource",
                        "remove `" + name + '`',
                        Edits.remove(statement.json(), member));
            }
        }
        if (statement.namesPrincipalNot()) {
            findings.report(
                    Issue.ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL,
                    statement.nameOf("NotPrincipal"),
                    "a trust policy cannot have `NotPrincipal`",
                    "name whom to trust in `Principal`");
        }
    }

    private static void actions(StatementView statement, Findings findings) {
        for (JsonString action : statement.actions()) {
            String lower = Words.lower(action.value());
            boolean fits =
                    ACTIONS.contains(lower) || lower.startsWith("sts:") && Words.hasWildcard(lower);
            if (!fits) {
                findings.report(
                        Issue.UNSUPPORTED_ACTION_IN_POLICY,
                        Span.of(action),
                        Words.quote(action.value()) + " cannot stand in a trust policy",
                        "use `sts:AssumeRole`, its variants, `sts:TagSession`,"
                                + " `sts:SetSourceIdentity` or `sts:SetContext`");
            }
        }
    }

    private static void everyone(StatementView statement, Findings findings) {
        boolean open = statement.conditions().isEmpty();
        for (PrincipalView principal : statement.principals()) {
            boolean bare = principal.type().equals("*");
            if (statement.allows() && principal.isEveryone() && (bare || open)) {
                findings.report(
                        Issue.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                        principal.span(),
                        "everybody in every account is trusted to assume the role",
                        "name whom to trust");
            }
        }
    }

    private static void rolesAnywhere(StatementView statement, Findings findings) {
        boolean named =
                statement.principals().stream()
                        .anyMatch(p -> p.text().equals("rolesanywhere.amazonaws.com"));
        if (!named || !statement.allows()) {
            return;
        }
        Set<String> all =
                statement.policy().statements().stream()
                        .filter(other -> other.allows() && !other.notAction())
                        .filter(other ->
                                other.principals().stream()
                                        .anyMatch(p ->
                                                p.text().equals("rolesanywhere.amazonaws.com")))
                        .flatMap(other -> other.actions().stream())
                        .map(action -> Words.lower(action.value()))
                        .collect(Collectors.toSet());
        List<String> missing =
                ANYWHERE.stream()
                        .filter(action ->
                                all.stream()
                                        .noneMatch(given ->
                                                Subsumption.covers(given, Words.lower(action))))
                        .toList();
        if (!missing.isEmpty()) {
            findings.report(
                    Issue.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY,
                    statement.nameOf("Action"),
                    "`rolesanywhere.amazonaws.com` cannot assume the role without "
                            + Words.list(missing),
                    "allow " + Words.list(missing));
        }
    }

    private static void sessions(StatementView statement, Findings findings) {
        Set<String> roles = new HashSet<>();
        for (PrincipalView principal : statement.principals()) {
            ArnText arn = ArnText.of(principal.text());
            if (arn.isWhole() && arn.resource().startsWith("role/")) {
                String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
                roles.add(arn.account() + ' ' + name);
            }
        }
        for (PrincipalView session : statement.principals()) {
            ArnText arn = ArnText.of(session.text());
            boolean assumed = arn.isWhole() && arn.resource().startsWith("assumed-role/");
            if (assumed && roles.contains(arn.account() + ' ' + arn.resource().split("/", 3)[1])) {
                findings.report(
                        Issue.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY,
                        session.span(),
                        Words.quote(session.text()) + " is a session of a role that is named too",
                        "remove it",
                        Edits.remove(session.list(), session.value()));
            }
        }
    }
}
