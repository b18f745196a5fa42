package dev.understudy.policy;

import java.util.List;

/** The Principal or NotPrincipal of a statement. */
final class PrincipalMatcher {
    private final List<PrincipalElement> elements;
    private final boolean negated;

    PrincipalMatcher(List<PrincipalElement> elements, boolean negated) {
        this.elements = List.copyOf(elements);
        this.negated = negated;
    }

    List<PrincipalElement> elements() {
        return elements;
    }

    boolean negated() {
        return negated;
    }

    /** How closely the principal is named; NotPrincipal names all others directly. */
    Strength match(Principal principal) {
        Strength strongest = Strength.NONE;
        for (PrincipalElement element : elements) {
            strongest = Strength.stronger(strongest, match(element, principal));
        }
        if (negated) {
            return strongest == Strength.NONE ? Strength.DIRECT : Strength.NONE;
        }
        return strongest;
    }

    private static Strength match(PrincipalElement element, Principal principal) {
        String value = element.value();
        switch (element.type()) {
            case "AWS":
                return value.equals("*") ? Strength.DIRECT : aws(value, principal);
            case "Service":
                return direct(principal instanceof Principal.ServicePrincipal, value, principal);
            case "Federated":
                return direct(principal instanceof Principal.FederatedIdentity, value, principal);
            default:
                return Strength.NONE;
        }
    }

    private static Strength direct(boolean kindFits, String value, Principal principal) {
        return kindFits && (value.equals(principal.arn()) || value.equals("*"))
                ? Strength.DIRECT
                : Strength.NONE;
    }

    private static Strength aws(String value, Principal principal) {
        AccountId account = principal.account();
        if (account == null) {
            return Strength.NONE;
        }
        if (value.equals(account.digits()) || isRootOf(value, principal, account)) {
            return principal instanceof Principal.RootUser ? Strength.DIRECT : Strength.ACCOUNT;
        }
        if (value.equals(principal.arn())) {
            return Strength.DIRECT;
        }
        if (principal instanceof Principal.IamUser) {
            return value.equals(((Principal.IamUser) principal).userId())
                    ? Strength.DIRECT
                    : Strength.NONE;
        }
        if (principal instanceof Principal.RoleSession) {
            Principal.RoleSession session = (Principal.RoleSession) principal;
            boolean role = value.equals(session.roleArn()) || value.equals(session.roleId());
            return role ? Strength.ROLE_LEVEL : Strength.NONE;
        }
        if (principal instanceof Principal.FederatedUser) {
            Principal by = ((Principal.FederatedUser) principal).federatedBy();
            return by != null && aws(value, by) == Strength.DIRECT
                    ? Strength.ROLE_LEVEL
                    : Strength.NONE;
        }
        return Strength.NONE;
    }

    /** The account of another partition is another account, whatever its digits. */
    private static boolean isRootOf(String value, Principal principal, AccountId account) {
        String suffix = ":iam::" + account.digits() + ":root";
        Arn own = Arn.parseOrNull(principal.arn());
        return own != null && value.equals("arn:" + own.partition() + suffix);
    }
}
