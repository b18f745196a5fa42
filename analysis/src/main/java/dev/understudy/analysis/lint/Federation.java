package dev.understudy.analysis.lint;

import dev.understudy.catalog.SharedIssuer;
import dev.understudy.catalog.SharedIssuers;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonString;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Roles that outside identities assume: INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY,
 * MISMATCHED_ACTION_FOR_PRINCIPAL, MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL,
 * MISSING_GITHUB_REPO_CONDITION_KEY, SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED,
 * MISSING_SUBJECT_FOR_SHARED_OIDC_PRINCIPAL.
 */
final class Federation {
    private static final String GITHUB = "token.actions.githubusercontent.com";

    /** Claims of GitHub that say whose workflow it is. */
    private static final List<String> REPOSITORY =
            List.of(
                    ":sub",
                    ":repository",
                    ":repository_id",
                    ":repository_owner",
                    ":repository_owner_id",
                    ":job_workflow_ref");

    private static final String WEB = "sts:AssumeRoleWithWebIdentity";
    private static final String SAML = "sts:AssumeRoleWithSAML";

    private Federation() {}

    static void check(StatementView statement, Findings findings) {
        if (!statement.policy().isTrust()) {
            return;
        }
        for (PrincipalView principal : statement.principals()) {
            if (principal.type().equals("Federated") && !Words.hasWildcard(principal.text())) {
                federated(statement, principal, findings);
            } else if (!principal.type().equals("Federated")) {
                signed(statement, principal, findings);
            }
        }
        github(statement, findings);
    }

    private static void federated(
            StatementView statement, PrincipalView principal, Findings findings) {
        String issuer = issuer(principal.text());
        boolean saml = principal.text().contains(":saml-provider/");
        if (issuer == null && !saml) {
            findings.report(
                    Issue.INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY,
                    principal.span(),
                    Words.quote(principal.text()) + " is neither a provider's ARN nor a domain",
                    "write the ARN of the IAM provider");
            return;
        }
        action(statement, principal, saml ? SAML : WEB, findings);
        if (issuer != null && statement.allows()) {
            conditions(statement, principal, issuer, findings);
        }
    }

    /** The URL of an OpenID Connect provider without its scheme; null if it is none. */
    private static @Nullable String issuer(String principal) {
        ArnText arn = ArnText.of(principal);
        if (arn.isWhole()) {
            String start = "oidc-provider/";
            return arn.resource().startsWith(start)
                    ? arn.resource().substring(start.length())
                    : null;
        }
        return principal.indexOf('.') > 0 && principal.indexOf(':') < 0 ? principal : null;
    }

    /** A literal action that this principal cannot use. */
    private static void action(
            StatementView statement, PrincipalView principal, String needed, Findings findings) {
        for (JsonString action : statement.actions()) {
            String lower = Words.lower(action.value());
            boolean assume = lower.startsWith("sts:assumerole") && !Words.hasWildcard(lower);
            if (assume && !lower.equals(Words.lower(needed)) && !statement.notAction()) {
                boolean alone =
                        statement.actions().size() == 1 && statement.principals().size() == 1;
                mismatch(
                        principal,
                        action,
                        "use `" + needed + "` in a statement of its own",
                        alone ? needed : null,
                        findings);
            }
        }
    }

    private static void signed(
            StatementView statement, PrincipalView principal, Findings findings) {
        for (JsonString action : statement.actions()) {
            String lower = Words.lower(action.value());
            boolean federated = lower.equals(Words.lower(WEB)) || lower.equals(Words.lower(SAML));
            if (federated && !principal.isEveryone() && !statement.notAction()) {
                mismatch(
                        principal,
                        action,
                        "name a `Federated` provider, or use `sts:AssumeRole`",
                        null,
                        findings);
            }
        }
    }

    private static void mismatch(
            PrincipalView principal,
            JsonString action,
            String fix,
            @Nullable String edited,
            Findings findings) {
        findings.report(
                Issue.MISMATCHED_ACTION_FOR_PRINCIPAL,
                Span.of(action),
                Words.quote(principal.text()) + " cannot call " + Words.quote(action.value()),
                fix,
                edited == null ? null : Edits.replace(action, edited));
    }

    private static void conditions(
            StatementView statement, PrincipalView principal, String issuer, Findings findings) {
        String prefix = Words.lower(issuer);
        SharedIssuer shared = SharedIssuers.find(prefix);
        boolean none =
                statement.conditions().stream()
                        .noneMatch(c -> c.lowerKey().startsWith(prefix + ":"));
        if (prefix.equals(GITHUB)) {
            boolean named =
                    REPOSITORY.stream().anyMatch(claim -> statement.asksFor(GITHUB + claim));
            if (!named) {
                findings.report(
                        Issue.MISSING_GITHUB_REPO_CONDITION_KEY,
                        principal.span(),
                        "every repository on GitHub can assume the role",
                        "ask for `"
                                + GITHUB
                                + ":sub`, such as `repo:owner/name:ref:refs/heads/main`");
            }
        } else if (none) {
            findings.report(
                    Issue.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL,
                    principal.span(),
                    "everybody with a token of " + Words.quote(issuer) + " can assume the role",
                    "ask for `"
                            + Words.plain(issuer)
                            + ":aud` and `"
                            + Words.plain(issuer)
                            + ":sub`");
        } else if (shared != null && !statement.asksFor(Words.lower(shared.tenantKey()))) {
            findings.report(
                    Issue.MISSING_SUBJECT_FOR_SHARED_OIDC_PRINCIPAL,
                    principal.span(),
                    Words.quote(issuer)
                            + " issues tokens to everybody, and nothing asks whose this is",
                    "ask for `" + shared.tenantKey() + "`");
        }
    }

    private static void github(StatementView statement, Findings findings) {
        boolean ref = statement.asksFor(GITHUB + ":ref");
        for (ConditionView condition : statement.conditions()) {
            if (condition.lowerKey().equals(GITHUB + ":sub")
                    && condition.operator().isLike()
                    && statement.allows()) {
                for (Json value : condition.values()) {
                    String text = ConditionView.text(value);
                    if (Words.hasWildcard(text) && !(ref && namesRepository(text))) {
                        findings.report(
                                Issue.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED,
                                Span.of(value),
                                Words.quote(text)
                                        + " fits more than one branch"
                                        + (namesRepository(text)
                                                ? ""
                                                : " of more than one repository"),
                                "write `repo:owner/name:ref:refs/heads/branch`, or ask for `"
                                        + GITHUB
                                        + ":ref` too");
                    }
                }
            }
        }
    }

    private static boolean namesRepository(String sub) {
        return sub.matches("repo:[^*?/:]+/[^*?/:]+:.*");
    }
}
