package dev.understudy.operation;

import static dev.understudy.iam.World.TRUSTING;

import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.IamInstanceProfileAssociation;
import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.Organization;
import dev.understudy.directory.OrganizationMembership;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationRoot;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;
import dev.understudy.policy.PolicyDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is in the world of {@link AccessMatrix}: one entity of each kind, with a tag if it can
 * have one, in an account that manages an organization.
 */
final class SampleWorld {
    static final String MEMBER = World.TRUSTED.digits();
    static final String ROOT = "r-root";
    static final String UNIT = "ou-root-unit";
    static final String POLICY = "p-policy";
    static final String INSTANCE = "i-0123456789abcdef0";
    static final String ASSOCIATION = "iip-assoc-0123456789abcdef0";

    private static final Map<String, String> TAGS = Map.of("team", "blue");
    private static final String[] TAG = {
        "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue"
    };
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"AWS\":\"111122223333\"},\"Action\":\"sts:*\"}}";

    private final World world;
    private final Client admin;

    private SampleWorld(World world) {
        this.world = world;
        this.admin = world.admin(TRUSTING);
    }

    /** Fills the world; the ids of what has no name of its own, by the names of members. */
    static Map<String, String> fill(World world) {
        SampleWorld sample = new SampleWorld(world);
        sample.makeIdentities();
        sample.makeProvidersAndDevices();
        sample.makeOrganization();
        world.put(TRUSTING, sample.delegationRequest());
        return Map.of(
                "AccessKeyId",
                sample.make("CreateAccessKey", "UserName", "alice").text("AccessKeyId"),
                "ServiceSpecificCredentialId",
                sample.make(
                                "CreateServiceSpecificCredential",
                                "UserName",
                                "alice",
                                "ServiceName",
                                "codecommit.amazonaws.com")
                        .text("ServiceSpecificCredentialId"));
    }

    private void makeIdentities() {
        tagged("CreatePolicy", "PolicyName", "edge", "PolicyDocument", allow("*"));
        tagged("CreatePolicy", "PolicyName", "readers", "PolicyDocument", allow("s3:Get*"));
        String[] place = {
            "Path", "/team/", "PermissionsBoundary", SampleInput.ACCOUNT + "policy/edge"
        };
        tagged("CreateUser", with(place, "UserName", "alice"));
        tagged("CreateRole", with(place, "RoleName", "auditor", "AssumeRolePolicyDocument", TRUST));
        make("CreateGroup", "GroupName", "developers", "Path", "/team/");
        tagged("CreateInstanceProfile", "InstanceProfileName", "web");
        make("AddRoleToInstanceProfile", "InstanceProfileName", "web", "RoleName", "auditor");
        world.put(
                TRUSTING,
                new IamInstanceProfileAssociation(
                        ASSOCIATION,
                        "us-east-1",
                        INSTANCE,
                        "AIPA",
                        SampleInput.ACCOUNT + "instance-profile/web",
                        world.instant()));
    }

    private void makeProvidersAndDevices() {
        tagged(
                "CreateOpenIDConnectProvider",
                "Url",
                "https://id.example.org",
                "ThumbprintList.member.1",
                "0123456789012345678901234567890123456789");
        tagged(
                "CreateSAMLProvider",
                "Name",
                "idp",
                "SAMLMetadataDocument",
                SampleFiles.text("saml-metadata.xml"));
        tagged("CreateVirtualMFADevice", "VirtualMFADeviceName", "device");
        tagged(
                "UploadServerCertificate",
                "ServerCertificateName",
                "site",
                "CertificateBody",
                SampleFiles.text("server.pem"),
                "PrivateKey",
                SampleFiles.text("key-pkcs8.pem"));
    }

    /** Past the API, which would give it random ids. */
    private void makeOrganization() {
        Set<String> types = Set.of(OrganizationPolicy.SERVICE_CONTROL);
        world.put(
                TRUSTING,
                new Organization("o-organization", "ALL", types, Map.of(), Set.of()),
                new OrganizationRoot(ROOT, List.of(), TAGS),
                new OrganizationalUnit(UNIT, "unit", ROOT, List.of(), TAGS),
                new OrganizationPolicy(
                        POLICY,
                        OrganizationPolicy.SERVICE_CONTROL,
                        "policy",
                        "",
                        PolicyDocument.parse(allow("*")),
                        TAGS),
                member(TRUSTING.digits()),
                member(MEMBER));
        world.put(World.TRUSTED, new OrganizationMembership(TRUSTING.digits()));
    }

    private MemberAccount member(String id) {
        return new MemberAccount(
                id,
                id,
                id + "@example.org",
                "CREATED",
                world.instant(),
                ROOT,
                List.of(),
                Map.of(),
                TAGS);
    }

    private static String allow(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}}"
                .formatted(action);
    }

    private Answer make(String action, String... parameters) {
        return admin.call(action, parameters).ok();
    }

    private void tagged(String action, String... parameters) {
        make(action, with(TAG, parameters));
    }

    private static String[] with(String[] more, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** A request that alice took on. */
    private DelegationRequest delegationRequest() {
        return new DelegationRequest(
                "sample-delegation-request",
                "111122223333",
                null,
                "sample",
                null,
                SampleInput.ACCOUNT + "policy/readers",
                List.of(),
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}"),
                "sample",
                null,
                "channel",
                3600,
                false,
                world.instant(),
                new DelegationRequest.Progress(
                        "ASSIGNED",
                        world.instant(),
                        world.instant(),
                        SampleInput.ACCOUNT + "user/team/alice",
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
