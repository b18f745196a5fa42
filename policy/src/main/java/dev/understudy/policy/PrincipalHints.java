package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is probably wrong where a statement names somebody else. */
final class PrincipalHints {
    private static final java.util.regex.Pattern UNIQUE_ID =
            java.util.regex.Pattern.compile("A(IDA|ROA|GPA|CCA|BIA)[A-Z0-9]{2,124}");

    private PrincipalHints() {}

    static @Nullable Hint of(Principal principal, List<String> named) {
        for (String name : named) {
            Hint hint = form(principal, name);
            hint = hint == null ? difference(principal, name) : hint;
            if (hint != null) {
                return hint;
            }
        }
        return null;
    }

    private static @Nullable Hint form(Principal principal, String name) {
        if (principal.account() != null && UNIQUE_ID.matcher(name).matches()) {
            return new Hint(
                    Clue.PRINCIPAL_DELETED,
                    "`" + name + "` is the id of somebody else, who perhaps was deleted");
        }
        if (name.length() > 1 && Likeness.hasWildcard(name)) {
            return new Hint(
                    Clue.WILDCARD_IS_LITERAL,
                    "a wildcard inside a principal is none; use ArnLike on aws:PrincipalArn");
        }
        if (name.contains(":group/")) {
            return new Hint(Clue.PRINCIPAL_FORM, "a group is no principal");
        }
        if (principal.arn().equals(name)) {
            return new Hint(
                    Clue.PRINCIPAL_FORM,
                    "it is named under the wrong type: services go under `Service`, identity"
                            + " providers under `Federated`");
        }
        return principal instanceof Principal.RoleSession
                ? session((Principal.RoleSession) principal, name)
                : null;
    }

    private static @Nullable Hint session(Principal.RoleSession session, String name) {
        Arn arn = Arn.parseOrNull(name);
        Arn own = Arn.parseOrNull(session.sessionArn());
        if (arn == null || own == null || !arn.account().equals(own.account())) {
            return null;
        }
        String role = "assumed-role/" + own.resource().split("/", 3)[1];
        if (arn.service().equals("sts")
                && (arn.resource().equals(role) || arn.resource().startsWith(role + "/"))) {
            return new Hint(
                    Clue.PRINCIPAL_FORM,
                    "that is another session of the same role; `"
                            + session.roleArn()
                            + "` names all of them");
        }
        return null;
    }

    private static @Nullable Hint difference(Principal principal, String name) {
        AccountId account = principal.account();
        if (account == null) {
            return null;
        }
        String other = account(name);
        if (other != null && !other.equals(account.digits())) {
            return new Hint(
                    Clue.OTHER_ACCOUNT,
                    "the principal's account is " + account + ", and the statement names " + other);
        }
        String actual =
                principal instanceof Principal.RoleSession
                        ? ((Principal.RoleSession) principal).roleArn()
                        : principal.arn();
        return ResourceHints.difference(actual, name);
    }

    /** The account in a name of an account or of somebody in it; null if there is none. */
    private static @Nullable String account(String name) {
        if (name.length() == 12 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return name;
        }
        Arn arn = Arn.parseOrNull(name);
        return arn == null || arn.account().isEmpty() ? null : arn.account();
    }
}
