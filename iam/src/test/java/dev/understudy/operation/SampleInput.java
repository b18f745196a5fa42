package dev.understudy.operation;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                    Map.entry("Arn", ACCOUNT + "role/team/auditor"),
                    Map.entry("AssumeRolePolicyDocument", TRUST),
                    Map.entry("CustomSuffix", "mine"),
                    Map.entry("DelegationRequestId", "sample-delegation-request"),
                    Map.entry(
                            "DeletionTaskId",
                            "task/aws-service-role/autoscaling.amazonaws.com/"
                                    + "AWSServiceRoleForAutoScaling/1"),
                    Map.entry(
                            "EntityArn", ACCOUNT + "delegation-request/sample-delegation-request"),
                    Map.entry("GroupName", "developers"),
                    Map.entry("InstanceProfileName", "web"),
                    Map.entry("Key", "team"),
                    Map.entry("Name", "visitor"),
                    Map.entry("NewGroupName", "newcomer"),
                    Map.entry("NewPath", "/other/"),
                    Map.entry("NewUserName", "newcomer"),
                    Map.entry("NotificationChannel", "arn:aws:sns:us-east-1:111122223333:channel"),
                    Map.entry("OpenIDConnectProviderArn", ACCOUNT + "oidc-provider/id.example.org"),
                    Map.entry("Path", "/team/"),
                    Map.entry("PathPrefix", "/team/"),
                    Map.entry("PermissionsBoundary", ACCOUNT + "policy/edge"),
                    Map.entry("PolicyArn", ACCOUNT + "policy/readers"),
                    Map.entry("PolicyName", "readers"),
                    Map.entry("PolicyTemplateArn", ACCOUNT + "policy/readers"),
                    Map.entry("PolicySourceArn", ACCOUNT + "user/team/alice"),
                    Map.entry("RoleArn", ACCOUNT + "role/team/auditor"),
                    Map.entry("RoleName", "auditor"),
                    Map.entry("RoleSessionName", "session"),
                    Map.entry("SAMLProviderArn", ACCOUNT + "saml-provider/idp"),
                    Map.entry("SerialNumber", ACCOUNT + "mfa/device"),
                    Map.entry("ServerCertificateName", "site"),
                    Map.entry(
                            "TemplateArn",
                            "arn:aws:iam::aws:role-template/ec2.amazonaws.com/sample:1"),
                    Map.entry("Url", "https://id.example.org"),
                    Map.entry("UserName", "alice"),
                    Map.entry("Value", "blue"));

    /** What operations name that comes to be only through them. */
    private static final Set<String> NEW =
            Set.of(
                    "CreateGroup.GroupName",
                    "CreateInstanceProfile.InstanceProfileName",
                    "CreatePolicy.PolicyName",
                    "CreateRole.RoleName",
                    "CreateUser.UserName");

    private final String operation;

    private SampleInput(String operation) {
        this.operation = operation;
    }

    /** The input of the operation; where it names an access key, this one. */
    static SdkPojo of(Registry.Entry entry, String accessKeyId) {
        return new SampleInput(entry.name()).fill(entry.shape().newBuilder(), accessKeyId);
    }

    private SdkPojo fill(SdkPojo builder, String accessKeyId) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.locationName().equals("ProviderId")) {
                // Of OAuth 2.0, which AWS keeps for old clients only.
                continue;
            }
            Object value =
                    field.locationName().equals("AccessKeyId")
                            ? accessKeyId
                            : value(field, field.locationName(), accessKeyId);
            field.set(builder, value);
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Object value(SdkField<?> field, String name, String accessKeyId) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> text(name);
            case INTEGER -> 3600;
            case LONG -> 3600L;
            case BOOLEAN -> false;
            case INSTANT -> Instant.EPOCH;
            case SDK_BYTES -> SdkBytes.fromUtf8String("bytes");
            case SDK_POJO -> fill(field.constructor().get(), accessKeyId);
            case LIST ->
                    List.of(
                            value(
                                    field.getRequiredTrait(ListTrait.class).memberFieldInfo(),
                                    name.equals("TagKeys") || name.equals("TransitiveTagKeys")
                                            ? "Key"
                                            : name,
                                    accessKeyId));
            case MAP -> Map.of();
            default -> throw new IllegalStateException(name + " is of type " + type);
        };
    }

    private String text(String name) {
        return NEW.contains(operation + "." + name)
                ? "newcomer"
                : TEXTS.getOrDefault(name, "sample");
    }
}
