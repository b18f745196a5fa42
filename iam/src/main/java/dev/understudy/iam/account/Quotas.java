package dev.understudy.iam.account;

import java.util.Map;

/** The quotas that GetAccountSummary tells, and zero for what the root user cannot have here. */
final class Quotas {
    static final Map<String, Integer> ALL =
            Map.ofEntries(
                    Map.entry("UsersQuota", 5_000),
                    Map.entry("GroupsQuota", 300),
                    Map.entry("RolesQuota", 1_000),
                    Map.entry("PoliciesQuota", 1_500),
                    Map.entry("InstanceProfilesQuota", 1_000),
                    Map.entry("ServerCertificatesQuota", 20),
                    Map.entry("UserPolicySizeQuota", 2_048),
                    Map.entry("GroupPolicySizeQuota", 5_120),
                    Map.entry("RolePolicySizeQuota", 10_240),
                    Map.entry("PolicySizeQuota", 6_144),
                    Map.entry("AssumeRolePolicySizeQuota", 2_048),
                    Map.entry("PolicyVersionsInUseQuota", 10_000),
                    Map.entry("VersionsPerPolicyQuota", 5),
                    Map.entry("GroupsPerUserQuota", 10),
                    Map.entry("AccessKeysPerUserQuota", 2),
                    Map.entry("SigningCertificatesPerUserQuota", 2),
                    Map.entry("AttachedPoliciesPerUserQuota", 10),
                    Map.entry("AttachedPoliciesPerGroupQuota", 10),
                    Map.entry("AttachedPoliciesPerRoleQuota", 10),
                    Map.entry("AccountMFAEnabled", 0),
                    Map.entry("AccountPasswordPresent", 0));

    private Quotas() {}
}
