package dev.understudy.analysis.lint;

import dev.understudy.policy.PolicyKind;

import java.util.Set;

/**
 * The confused deputy: a service that acts for whoever asks it.
 * RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL where a resource is open to it,
 * RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL where a role is: not all services say for whom
 * they assume a role.
 */
final class ServicePrincipals {
    private static final String[] SOURCES = {
        "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"
    };

    /** They assume a role for what is theirs already, and give no source. */
    private static final Set<String> WITHOUT_SOURCE =
            Set.of(
                    "ec2.amazonaws.com",
                    "lambda.amazonaws.com",
                    "edgelambda.amazonaws.com",
                    "rolesanywhere.amazonaws.com",
                    "pods.eks.amazonaws.com");

    private ServicePrincipals() {}

    static void check(StatementView statement, Findings findings) {
        PolicyKind kind = statement.policy().kind();
        boolean asked = kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST;
        if (!asked || !statement.allows() || statement.asksFor(SOURCES)) {
            return;
        }
        boolean trust = kind == PolicyKind.TRUST;
        for (PrincipalView principal : statement.principals()) {
            boolean exempt = trust && WITHOUT_SOURCE.contains(principal.text());
            if (principal.type().equals("Service") && !exempt) {
                findings.report(
                        trust
                                ? Issue.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL
                                : Issue.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL,
                        principal.span(),
                        Words.quote(principal.text())
                                + " may act for anybody who can use that service",
                        "ask for `aws:SourceAccount` or `aws:SourceArn`");
            }
        }
    }
}
