package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.Member;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyVocabulary;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who is named: UNSUPPORTED_PRINCIPAL, SCP_SYNTAX_ERROR_PRINCIPAL, INVALID_PRINCIPAL_KEY,
 * INVALID_PRINCIPAL_FORMAT, UNSUPPORTED_WILDCARD_IN_PRINCIPAL, INVALID_SERVICE_PRINCIPAL_FORMAT,
 * ALLOW_WITH_NOT_PRINCIPAL, INVALID_ROLE_REFERENCE, INVALID_USER_REFERENCE,
 * FEDERATED_PRINCIPAL_NOT_SUPPORTED.
 */
final class Principals {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ID = Pattern.compile("(AIDA|AROA)[A-Z0-9]{12,124}");
    private static final Pattern ARN =
            Pattern.compile(
                    "arn:[a-z0-9-]+:(iam::[0-9]{12}:(root|user/.+|role/.+)"
                            + "|sts::[0-9]{12}:(assumed-role/[^/]+/.+|federated-user/.+))");
    private static final Pattern SERVICE =
            Pattern.compile(
                    "[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com|amazonaws\\.com\\.cn|amazon\\.com|aws\\.internal|amazonaws\\.eu|aws\\.dev)");

    private Principals() {}

    static void allowed(StatementView statement, Findings findings) {
        PolicyKind kind = statement.policy().kind();
        if (statement.policy().namesPrincipals()) {
            return;
        }
        for (String name : List.of("Principal", "NotPrincipal")) {
            Member member = statement.json().member(name);
            if (member != null) {
                boolean scp = kind == PolicyKind.SERVICE_CONTROL;
                findings.report(
                        scp ? Issue.SCP_SYNTAX_ERROR_PRINCIPAL : Issue.UNSUPPORTED_PRINCIPAL,
                        Span.ofName(member),
                        "a policy of this kind applies to whom it is attached to and names no"
                                + " principal",
                        "remove `" + name + '`',
                        Edits.remove(statement.json(), member));
            }
        }
    }

    static void check(StatementView statement, Findings findings) {
        if (!statement.policy().namesPrincipals()
                || statement.policy().kind() == PolicyKind.RESOURCE_CONTROL) {
            return;
        }
        keys(statement, findings);
        boolean trust = statement.policy().isTrust();
        if (statement.namesPrincipalNot() && statement.allows() && !trust) {
            findings.report(
                    Issue.ALLOW_WITH_NOT_PRINCIPAL,
                    statement.nameOf("NotPrincipal"),
                    "`Allow` with `NotPrincipal` allows everybody else, also without credentials",
                    "name whom to allow in `Principal`");
        }
        for (PrincipalView principal : statement.principals()) {
            switch (principal.type()) {
                case "AWS", "*" -> aws(principal, findings);
                case "Service" -> service(principal, findings);
                case "Federated" -> federated(statement, principal, findings);
                default -> {
                    // Canonical users are S3's; unknown types are reported by their name.
                }
            }
        }
    }

    private static void keys(StatementView statement, Findings findings) {
        for (String name : List.of("Principal", "NotPrincipal")) {
            if (statement.json().get(name) instanceof JsonObject types) {
                for (Member type : types.members()) {
                    if (!PolicyVocabulary.PRINCIPALS.contains(type.name())) {
                        key(types, type, findings);
                    }
                }
            }
        }
    }

    private static void key(JsonObject types, Member type, Findings findings) {
        var meant =
                PolicyVocabulary.PRINCIPALS.stream()
                        .filter(known -> known.equalsIgnoreCase(type.name()))
                        .findFirst();
        findings.report(
                Issue.INVALID_PRINCIPAL_KEY,
                Span.ofName(type),
                Words.quote(type.name()) + " is no type of principal",
                meant.map(known -> "write `" + known + '`')
                        .orElse("use " + Words.list(PolicyVocabulary.PRINCIPALS)),
                meant.map(known -> Operators.rename(types, type, known)).orElse(null));
    }

    private static void aws(PrincipalView principal, Findings findings) {
        String text = principal.text();
        if (principal.isEveryone()) {
            return;
        }
        if (principal.type().equals("*")) {
            String fix = "write `\"*\"`, or an object: `{\"AWS\": ...}`";
            report(
                    Issue.INVALID_PRINCIPAL_FORMAT,
                    principal,
                    " stands without its type",
                    fix,
                    findings);
        } else if (Words.hasWildcard(text)) {
            String fix = "name each, or name the account and ask for `aws:PrincipalArn`";
            report(
                    Issue.UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                    principal,
                    ": wildcards do not work in principals, but for `*` alone",
                    fix,
                    findings);
        } else if (ID.matcher(text).matches()) {
            boolean role = text.startsWith("AROA");
            String what = " is the id of a " + (role ? "role" : "user") + " that may be gone";
            report(
                    role ? Issue.INVALID_ROLE_REFERENCE : Issue.INVALID_USER_REFERENCE,
                    principal,
                    what,
                    "write the ARN",
                    findings);
        } else if (!ACCOUNT.matcher(text).matches()
                && !ARN.matcher(text).matches()
                && !Variables.isUsed(text)) {
            String fix = "write an account's 12 digits, or the ARN of a user, role or session";
            report(Issue.INVALID_PRINCIPAL_FORMAT, principal, " is no principal", fix, findings);
        }
    }

    private static void service(PrincipalView principal, Findings findings) {
        String text = principal.text();
        if (Words.hasWildcard(text)) {
            report(
                    Issue.UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                    principal,
                    ": wildcards do not work in principals",
                    "name each service",
                    findings);
        } else if (!SERVICE.matcher(text).matches()) {
            boolean bare = text.matches("[a-z0-9-]+");
            String lower = bare ? text + ".amazonaws.com" : Words.lower(text);
            boolean mends = SERVICE.matcher(lower).matches();
            findings.report(
                    Issue.INVALID_SERVICE_PRINCIPAL_FORMAT,
                    principal.span(),
                    Words.quote(text) + " is no service principal",
                    mends ? "write " + Words.quote(lower) : "write it as service.amazonaws.com",
                    mends ? Edits.replace(principal.value(), lower) : null);
        }
    }

    private static void federated(
            StatementView statement, PrincipalView principal, Findings findings) {
        if (Words.hasWildcard(principal.text())) {
            report(
                    Issue.UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
                    principal,
                    ": wildcards do not work in principals",
                    "name each provider",
                    findings);
        } else if (!statement.policy().isTrust()) {
            report(
                    Issue.FEDERATED_PRINCIPAL_NOT_SUPPORTED,
                    principal,
                    " can only be trusted by a role",
                    "name the role that its users assume",
                    findings);
        }
    }

    private static void report(
            Issue issue, PrincipalView principal, String what, String fix, Findings findings) {
        findings.report(issue, principal.span(), Words.quote(principal.text()) + what, fix);
    }
}
