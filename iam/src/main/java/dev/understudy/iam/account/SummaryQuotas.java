package dev.understudy.iam.account;

import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;

import java.util.Map;

/** The quotas that GetAccountSummary tells, and zero for what the root user cannot have here. */
final class SummaryQuotas {
    private static final Map<String, Integer> FIXED =
            Map.of(
                    "PolicyVersionsInUseQuota", 10_000,
                    "AccountMFAEnabled", 0,
                    "AccountPasswordPresent", 0);

    private static final Map<String, Quota> GIVEN =
            Map.ofEntries(
                    Map.entry("UserPolicySizeQuota", Quota.USER_POLICY_SIZE),
                    Map.entry("GroupPolicySizeQuota", Quota.GROUP_POLICY_SIZE),
                    Map.entry("RolePolicySizeQuota", Quota.ROLE_POLICY_SIZE),
                    Map.entry("UsersQuota", Quota.USERS_PER_ACCOUNT),
                    Map.entry("GroupsQuota", Quota.GROUPS_PER_ACCOUNT),
                    Map.entry("RolesQuota", Quota.ROLES_PER_ACCOUNT),
                    Map.entry("PoliciesQuota", Quota.POLICIES_PER_ACCOUNT),
                    Map.entry("InstanceProfilesQuota", Quota.INSTANCE_PROFILES_PER_ACCOUNT),
                    Map.entry("ServerCertificatesQuota", Quota.SERVER_CERTIFICATES_PER_ACCOUNT),
                    Map.entry("PolicySizeQuota", Quota.POLICY_SIZE),
                    Map.entry("AssumeRolePolicySizeQuota", Quota.ACL_SIZE_PER_ROLE),
                    Map.entry("VersionsPerPolicyQuota", Quota.VERSIONS_PER_POLICY),
                    Map.entry("GroupsPerUserQuota", Quota.GROUPS_PER_USER),
                    Map.entry("AccessKeysPerUserQuota", Quota.ACCESS_KEYS_PER_USER),
                    Map.entry("SigningCertificatesPerUserQuota", Quota.CERTIFICATES_PER_USER),
                    Map.entry("AttachedPoliciesPerUserQuota", Quota.POLICIES_PER_USER),
                    Map.entry("AttachedPoliciesPerGroupQuota", Quota.POLICIES_PER_GROUP),
                    Map.entry("AttachedPoliciesPerRoleQuota", Quota.POLICIES_PER_ROLE));

    private SummaryQuotas() {}

    /** Writes all of them into the summary. */
    static void tell(Map<String, Integer> summary, AuthenticatedCall call) {
        summary.putAll(FIXED);
        GIVEN.forEach((name, quota) -> summary.put(name, call.quota(quota)));
    }
}
