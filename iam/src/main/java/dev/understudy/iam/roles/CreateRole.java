package dev.understudy.iam.roles;

import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Creates a role without any permission, which those its trust policy names may assume. */
final class CreateRole implements WriteOperation<CreateRoleRequest, CreateRoleResponse> {
    private static final int DEFAULT_SESSION_SECONDS = 3_600;
    private static final List<String> RESERVED = List.of("/aws-service-role/", "/aws-reserved/");

    @Override
    public Access access(CreateRoleRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                                "iam:CreateRole",
                                Role.arn(call.account(), path(input), input.roleName()),
                                call.accountId())
                        .with("iam:PermissionsBoundary", input.permissionsBoundary())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    @Override
    public CreateRoleResponse execute(CreateRoleRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), true, call);
        requireOpenPath(path(input));
        requireRoom(input.roleName(), call);
        PolicyDocument trust =
                TrustPolicies.read(
                        input.assumeRolePolicyDocument(),
                        call.accounts(),
                        call.quota(Quota.ACL_SIZE_PER_ROLE));
        if (input.permissionsBoundary() != null) {
            Boundaries.requirePolicy(call.account(), input.permissionsBoundary());
        }
        Role role = role(call.newId("AROA"), call.now(), input, trust, tags);
        call.put(role);
        return CreateRoleResponse.builder()
                .role(DescribedRole.created(call.account(), role, input.assumeRolePolicyDocument()))
                .build();
    }

    private static void requireRoom(String name, WritingCall call) {
        if (call.account().role(name) != null) {
            throw EntityAlreadyExists.role(name);
        }
        Limits.require(Quota.ROLES_PER_ACCOUNT, call.account().roles().size() + 1, call);
    }

    private static Role role(
            String id,
            Instant now,
            CreateRoleRequest input,
            PolicyDocument trust,
            Map<String, String> tags) {
        Integer sessionSeconds = input.maxSessionDuration();
        return new Role(
                id,
                input.roleName(),
                path(input),
                now,
                trust,
                input.description(),
                sessionSeconds == null ? DEFAULT_SESSION_SECONDS : sessionSeconds,
                tags,
                Permissions.NONE.withBoundary(input.permissionsBoundary()),
                null);
    }

    private static void requireOpenPath(String path) {
        for (String reserved : RESERVED) {
            if (path.startsWith(reserved)) {
                throw InvalidInput.because(
                        "Path prefix '"
                                + reserved
                                + "' can only be used for AWS Service linked Roles");
            }
        }
    }

    private static String path(CreateRoleRequest input) {
        return input.path() == null ? "/" : input.path();
    }
}
