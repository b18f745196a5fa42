package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

/**
 * A quota of IAM that can be set, with what AWS allows: by default, and at most on request. What
 * AWS raises for nobody has the same for both.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and
 *     STS quotas</a>
 */
public enum Quota {
    ACCESS_KEYS_PER_USER("AccessKeysPerUser", 2, 2),
    ACL_SIZE_PER_ROLE("ACLSizePerRole", 2_048, 4_096),
    CERTIFICATES_PER_USER("CertificatesPerUser", 2, 2),
    CLIENT_IDS_PER_OPEN_ID_CONNECT_PROVIDER("ClientIdsPerOpenIdConnectProvider", 100, 100),
    GROUP_POLICY_SIZE("GroupPolicySize", 5_120, 5_120),
    GROUPS_PER_ACCOUNT("GroupsPerAccount", 300, 500),
    GROUPS_PER_USER("GroupsPerUser", 10, 10),
    IDPS_PER_SAML_PROVIDER("IdPsPerSamlProvider", 10, 10),
    INSTANCE_PROFILES_PER_ACCOUNT("InstanceProfilesPerAccount", 1_000, 5_000),
    INSTANCE_SESSIONS_PER_INSTANCE_PROFILE("InstanceSessionsPerInstanceProfile", 1, 1),
    KEYS_PER_SAML_PROVIDER("KeysPerSamlProvider", 10, 10),
    MFA_DEVICES_PER_USER("MFADevicesPerUser", 8, 8),
    OPEN_ID_CONNECT_PROVIDERS_PER_ACCOUNT("OpenIdConnectProvidersPerAccount", 100, 700),
    POLICIES_PER_ACCOUNT("PoliciesPerAccount", 1_500, 5_000),
    POLICIES_PER_GROUP("PoliciesPerGroup", 10, 10),
    POLICIES_PER_ROLE("PoliciesPerRole", 10, 25),
    POLICIES_PER_USER("PoliciesPerUser", 10, 20),
    POLICY_SIZE("PolicySize", 6_144, 6_144),
    ROLE_POLICY_SIZE("RolePolicySize", 10_240, 10_240),
    ROLES_PER_ACCOUNT("RolesPerAccount", 1_000, 5_000),
    SAML_PROVIDERS_PER_ACCOUNT("SamlProvidersPerAccount", 100, 100),
    SERVER_CERTIFICATES_PER_ACCOUNT("ServerCertificatesPerAccount", 20, 1_000),
    SERVICE_SPECIFIC_CREDENTIALS_PER_USER("ServiceSpecificCredentialsPerUser", 2, 2),
    SSH_PUBLIC_KEYS_PER_USER("SSHPublicKeysPerUser", 5, 5),
    TAGS_PER_RESOURCE("TagsPerResource", 50, 50),
    THUMBPRINTS_PER_OPEN_ID_CONNECT_PROVIDER("ThumbprintsPerOpenIdConnectProvider", 5, 5),
    USER_POLICY_SIZE("UserPolicySize", 2_048, 2_048),
    USERS_PER_ACCOUNT("UsersPerAccount", 5_000, 5_000),
    VERSIONS_PER_POLICY("VersionsPerPolicy", 5, 5),
    VIRTUAL_MFA_DEVICES_PER_ACCOUNT("VirtualMFADevicesPerAccount", 5_000, 5_000);

    private final String wire;
    private final int standard;
    private final int most;

    Quota(String wire, int standard, int most) {
        this.wire = wire;
        this.standard = standard;
        this.most = most;
    }

    /**
     * The name in AWS's errors; where these give none, the one in GetAccountSummary, or one made
     * alike.
     */
    public String wire() {
        return wire;
    }

    /** What an account has of it where nothing else is said. */
    public int standard() {
        return standard;
    }

    /** The most that AWS gives anybody. */
    public int most() {
        return most;
    }

    /** The quota of this name; null if there is none. */
    public static @Nullable Quota named(String wire) {
        for (Quota quota : values()) {
            if (quota.wire.equals(wire)) {
                return quota;
            }
        }
        return null;
    }
}
