package dev.understudy.idp;

import java.util.List;

/**
 * Somebody whom the sign-in page offers to be.
 *
 * @param name the subject's name, and that of the role session
 * @param roles each {@code role ARN,provider ARN}, as the attribute Role has them
 */
public record SamlUser(String name, List<String> roles) {
    public SamlUser {
        roles = List.copyOf(roles);
        if (name.isEmpty() || roles.isEmpty() || !roles.stream().allMatch(SamlUser::isPair)) {
            throw new IllegalArgumentException(
                    "a user needs a name, and roles as `ROLEARN,PROVIDERARN`");
        }
    }

    private static boolean isPair(String role) {
        return role.matches("arn:[^,]+:role/[^,]+,arn:[^,]+:saml-provider/[^,]+");
    }
}
