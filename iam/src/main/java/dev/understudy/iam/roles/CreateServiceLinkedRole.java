package dev.understudy.iam.roles;

import dev.understudy.catalog.LinkedServices;
import dev.understudy.catalog.LinkedServices.LinkedService;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;

import java.util.List;
import java.util.Map;

/**
 * Creates the role that is linked to a service: only that service may assume it, and only AWS may
 * change it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Create
 *     a service-linked role</a>
 */
final class CreateServiceLinkedRole
        implements WriteOperation<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse> {
    private static final int SESSION_SECONDS = 3_600;

    @Override
    public Access access(CreateServiceLinkedRoleRequest input, AuthenticatedCall call) {
        LinkedService service = LinkedServices.find(input.awsServiceName());
        String name = service == null ? "" : name(service, input.customSuffix());
        String arn = Role.arn(call.account(), path(input.awsServiceName()), name);
        return Access.permission(
                Check.of("iam:CreateServiceLinkedRole", arn, call.accountId())
                        .with("iam:AWSServiceName", input.awsServiceName()));
    }

    @Override
    public CreateServiceLinkedRoleResponse execute(
            CreateServiceLinkedRoleRequest input, WritingCall call) {
        LinkedService service = LinkedServices.find(input.awsServiceName());
        if (service == null) {
            throw InvalidInput.because("No template found for service " + input.awsServiceName());
        }
        if (input.customSuffix() != null && !service.allowsSuffix()) {
            throw InvalidInput.because("Custom suffix is not allowed for " + service.principal());
        }
        String name = name(service, input.customSuffix());
        if (call.account().role(name) != null) {
            throw InvalidInput.because(
                    "Service role name "
                            + name
                            + " has been taken in this account, please try a different suffix.");
        }
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
                        + service.principal()
                        + "\"},\"Action\":\"sts:AssumeRole\"}]}";
        Role role =
                new Role(
                        call.newId("AROA"),
                        name,
                        path(service.principal()),
                        call.now(),
                        PolicyDocument.parse(trust),
                        input.description(),
                        SESSION_SECONDS,
                        Map.of(),
                        Map.of(),
                        List.of(service.policyArn()),
                        null,
                        service.principal());
        call.put(role);
        return CreateServiceLinkedRoleResponse.builder()
                .role(DescribedRole.created(call.account(), role, trust))
                .build();
    }

    private static String name(LinkedService service, @Nullable String suffix) {
        return suffix == null ? service.roleName() : service.roleName() + "_" + suffix;
    }

    private static String path(String principal) {
        return "/aws-service-role/" + principal + "/";
    }
}
