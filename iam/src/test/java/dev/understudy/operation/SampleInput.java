package dev.understudy.operation;

import dev.understudy.directory.OrganizationPolicy;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An input of any operation in which every member is filled: names of what the sample world has, of
 * something new for what an operation creates, and one tag.
 */
final class SampleInput {
    static final String ACCOUNT = "arn:aws:iam::111122223333:";

    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                    + "\"111122223333\"},\"Action\":\"sts:AssumeRole\"}}";

    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry("AWSServiceName", "autoscaling.amazonaws.com"),
                    Map.entry("AccountId", SampleWorld.MEMBER),
                    Map.entry("Arn", ACCOUNT + "role/team/auditor"),
                    Map.entry("AssumeRolePolicyDocument", TRUST),
                    Map.entry("ChildId", SampleWorld.MEMBER),
                    Map.entry("CustomSuffix", "mine"),
                    Map.entry("DelegationRequestId", "sample-delegation-request"),
                    Map.entry(
                            "DeletionTaskId",
                            "task/aws-service-role/autoscaling.amazonaws.com/"
                                    + "AWSServiceRoleForAutoScaling/1"),
                    Map.entry("DestinationParentId", SampleWorld.UNIT),
                    Map.entry(
                            "EntityArn", ACCOUNT + "delegation-request/sample-delegation-request"),
                    Map.entry("GroupName", "developers"),
                    Map.entry("AssociationId", SampleWorld.ASSOCIATION),
                    Map.entry("InstanceId", SampleWorld.INSTANCE),
                    Map.entry("InstanceProfileName", "web"),
                    Map.entry("Key", "team"),
                    Map.entry("Name", "visitor"),
                    Map.entry("NewGroupName", "newcomer"),
                    Map.entry("NewPath", "/other/"),
                    Map.entry("NewUserName", "newcomer"),
                    Map.entry("NotificationChannel", "arn:aws:sns:us-east-1:111122223333:channel"),
                    Map.entry("OpenIDConnectProviderArn", ACCOUNT + "oidc-provider/id.example.org"),
                    Map.entry("OrganizationalUnitId", SampleWorld.UNIT),
                    Map.entry("ParentId", SampleWorld.ROOT),
                    Map.entry("Path", "/team/"),
                    Map.entry("PathPrefix", "/team/"),
                    Map.entry("PermissionsBoundary", ACCOUNT + "policy/edge"),
                    Map.entry("PolicyArn", ACCOUNT + "policy/readers"),
                    Map.entry("PolicyId", SampleWorld.POLICY),
                    Map.entry("PolicyName", "readers"),
                    Map.entry("PolicyTemplateArn", ACCOUNT + "policy/readers"),
                    Map.entry("PolicySourceArn", ACCOUNT + "user/team/alice"),
                    Map.entry("PrincipalArn", ACCOUNT + "saml-provider/idp"),
                    Map.entry("ResourceId", SampleWorld.POLICY),
                    Map.entry("RoleArn", ACCOUNT + "role/team/auditor"),
                    Map.entry("RoleName", "auditor"),
                    Map.entry("RoleSessionName", "session"),
                    Map.entry("RootId", SampleWorld.ROOT),
                    Map.entry("SAMLProviderArn", ACCOUNT + "saml-provider/idp"),
                    Map.entry("SerialNumber", ACCOUNT + "mfa/device"),
                    Map.entry("ServerCertificateName", "site"),
                    Map.entry("SigningAlgorithm", "ES384"),
                    Map.entry("SourceParentId", SampleWorld.ROOT),
                    Map.entry("TargetId", SampleWorld.UNIT),
                    Map.entry("TargetPrincipal", SampleWorld.MEMBER),
                    Map.entry(
                            "TemplateArn",
                            "arn:aws:iam::aws:role-template/ec2.amazonaws.com/sample:1"),
                    Map.entry("Url", "https://id.example.org"),
                    Map.entry("UserName", "alice"),
                    Map.entry("Value", "blue"));

    /**
     * What single operations name: what comes to be only through them, and the device that has
     * condition keys of its own.
     */
    private static final Map<String, String> OF_OPERATIONS =
            Map.ofEntries(
                    Map.entry("AssociateIamInstanceProfile.Arn", ACCOUNT + "instance-profile/web"),
                    Map.entry(
                            "AssumeRoot.arn",
                            "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"),
                    Map.entry("CreateGroup.GroupName", "newcomer"),
                    Map.entry("CreateInstanceProfile.InstanceProfileName", "newcomer"),
                    Map.entry("CreatePolicy.PolicyName", "newcomer"),
                    Map.entry("CreatePolicy.Type", OrganizationPolicy.SERVICE_CONTROL),
                    Map.entry("CreateRole.RoleName", "newcomer"),
                    Map.entry("CreateUser.UserName", "newcomer"),
                    Map.entry("EnableMFADevice.SerialNumber", ACCOUNT + "u2f/user/alice/key"),
                    Map.entry(
                            "ReplaceIamInstanceProfileAssociation.Arn",
                            ACCOUNT + "instance-profile/web"),
                    Map.entry("UpdateServerCertificate.NewServerCertificateName", "newcomer"),
                    Map.entry("UploadServerCertificate.ServerCertificateName", "newcomer"));

    private final String operation;

    private SampleInput(String operation) {
        this.operation = operation;
    }

    /** The input of the operation, with these ids by the names of members. */
    static SdkPojo of(Registry.Entry entry, Map<String, String> ids) {
        return new SampleInput(entry.name()).fill(entry.shape().newBuilder(), ids);
    }

    private SdkPojo fill(SdkPojo builder, Map<String, String> ids) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.locationName().equals("ProviderId")) {
                // Of OAuth 2.0, which AWS keeps for old clients only.
                continue;
            }
            String id = ids.get(field.locationName());
            field.set(builder, id == null ? value(field, field.locationName(), ids) : id);
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Object value(SdkField<?> field, String name, Map<String, String> ids) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> text(name);
            case INTEGER -> 3600;
            case LONG -> 3600L;
            case BOOLEAN -> false;
            case INSTANT -> Instant.EPOCH;
            case SDK_BYTES -> SdkBytes.fromUtf8String("bytes");
            case SDK_POJO -> fill(field.constructor().get(), ids);
            case LIST ->
                    List.of(
                            value(
                                    field.getRequiredTrait(ListTrait.class).memberFieldInfo(),
                                    name.equals("TagKeys") || name.equals("TransitiveTagKeys")
                                            ? "Key"
                                            : name,
                                    ids));
            case MAP -> Map.of();
            default -> throw new IllegalStateException(name + " is of type " + type);
        };
    }

    private String text(String name) {
        String own = OF_OPERATIONS.get(operation + "." + name);
        return own == null ? TEXTS.getOrDefault(name, "sample") : own;
    }
}
