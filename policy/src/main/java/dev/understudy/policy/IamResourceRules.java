package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What IAM asks of the ARNs of its own resources. */
final class IamResourceRules {
    private static final List<String> STARTS =
            List.of(
                    "user/",
                    "federated-user/",
                    "role/",
                    "group/",
                    "instance-profile/",
                    "mfa/",
                    "server-certificate/",
                    "policy/",
                    "sms-mfa/",
                    "saml-provider/",
                    "oidc-provider/",
                    "report/",
                    "access-report/");

    private IamResourceRules() {}

    static @Nullable String broken(String text, String region, String resource) {
        if (!region.isEmpty() && !region.equals("*")) {
            return "IAM resource " + text + " cannot contain region information.";
        }
        boolean known =
                resource.equals("*")
                        || resource.equals("root")
                        || STARTS.stream().anyMatch(resource::startsWith);
        return known
                ? null
                : "IAM resource path must either be \"*\", root, or start with "
                        + String.join(", ", STARTS)
                        + ".";
    }
}
