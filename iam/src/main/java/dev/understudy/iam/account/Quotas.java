package dev.understudy.iam.account;

import java.util.Map;

/** The quotas that GetAccountSummary tells, and zero for what this account cannot have yet. */
final class Quotas {
    static final Map<String, Integer> ALL =
            Map.ofEntries(
                    Map.entry("UsersQuota", 5_000),
                    Map.entry("GroupsQuota", 300),
                    Map.entry("RolesQuota", 1_000),
                    Map.entry("PoliciesQuota", 1_500),
                    Map.entry("InstanceProfilesQuota", 1_000),
                    Map.entry("ServerCertificates", 0),
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
                    Map.entry("MFADevices", 0),
                    Map.entry("MFADevicesInUse", 0),
                    Map.entry("AccountMFAEnabled", 0),
                    Map.entry("AccountPasswordPresent", 0),
                    Map.entry("AccountSigningCertificatesPresent", 0));

    private Quotas() {}
}
