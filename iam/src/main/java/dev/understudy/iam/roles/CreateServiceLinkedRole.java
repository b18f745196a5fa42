package dev.understudy.iam.roles;

import dev.understudy.catalog.LinkedService;
import dev.understudy.catalog.LinkedServices;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.PolicyDocument;

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

    /** A longer one could be made, and then no operation could name it. */
    private static final int LONGEST_NAME = 64;

    @Override
    public Access access(CreateServiceLinkedRoleRequest input, AuthenticatedCall call) {
        LinkedService service = LinkedServices.find(input.awsServiceName());
        String name = service == null ? "" : service.roleName(input.customSuffix());
        String arn = Role.arn(call.account(), LinkedService.path(input.awsServiceName()), name);
        return Access.permission(
                Check.of("iam:CreateServiceLinkedRole", arn, call.accountId())
                        .with("iam:AWSServiceName", input.awsServiceName()));
    }

    @Override
    public CreateServiceLinkedRoleResponse execute(
            CreateServiceLinkedRoleRequest input, WritingCall call) {
        LinkedService service = service(input);
        String name = service.roleName(input.customSuffix());
        requireFree(name, call);
        String trust = service.trustPolicy();
        Role role =
                new Role(
                        call.newId("AROA"),
                        name,
                        service.path(),
                        call.now(),
                        PolicyDocument.parse(trust),
                        input.description(),
                        SESSION_SECONDS,
                        Map.of(),
                        new Permissions(Map.of(), policies(service), null),
                        service.principal());
        call.put(role);
        return CreateServiceLinkedRoleResponse.builder()
                .role(DescribedRole.created(call.account(), role, trust))
                .build();
    }

    private static LinkedService service(CreateServiceLinkedRoleRequest input) {
        LinkedService service = LinkedServices.find(input.awsServiceName());
        if (service == null) {
            throw InvalidInput.because("No template found for service " + input.awsServiceName());
        }
        if (input.customSuffix() != null && service.suffix() == LinkedService.Suffix.NO) {
            throw InvalidInput.because("Custom suffix is not allowed for " + service.principal());
        }
        if (input.customSuffix() == null && service.suffix() == LinkedService.Suffix.REQUIRED) {
            throw InvalidInput.because("Custom suffix is required for " + service.principal());
        }
        return service;
    }

    private static List<String> policies(LinkedService service) {
        return service.policyArn() == null ? List.of() : List.of(service.policyArn());
    }

    private static void requireFree(String name, WritingCall call) {
        if (name.length() > LONGEST_NAME) {
            throw ValidationError.because(
                    "1 validation error detected: Value at 'roleName' failed to satisfy"
                            + " constraint: Member must have length less than or equal to "
                            + LONGEST_NAME);
        }
        if (call.account().role(name) != null) {
            throw InvalidInput.because(
                    "Service role name "
                            + name
                            + " has been taken in this account, please try a different suffix.");
        }
    }
}
