package dev.understudy.iam.delegation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.AcquireRoleRequest;
import software.amazon.awssdk.services.iam.model.AcquireRoleResponse;

/**
 * Would make a role from a template. It has no action of its own: AWS decides the making of what
 * the template says, and as there are no templates, there is nothing to decide about.
 */
final class AcquireRole implements ReadOperation<AcquireRoleRequest, AcquireRoleResponse> {
    @Override
    public Access access(AcquireRoleRequest input, AuthenticatedCall call) {
        throw RoleTemplates.none(input.templateArn());
    }

    @Override
    public AcquireRoleResponse execute(AcquireRoleRequest input, AuthorizedCall call) {
        throw RoleTemplates.none(input.templateArn());
    }
}
