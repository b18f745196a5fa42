package dev.understudy.iam.delegation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetRoleTemplateVersionRequest;
import software.amazon.awssdk.services.iam.model.GetRoleTemplateVersionResponse;

/** Tells of a role template, of which there are none. */
final class GetRoleTemplateVersion
        implements ReadOperation<GetRoleTemplateVersionRequest, GetRoleTemplateVersionResponse> {
    @Override
    public Access access(GetRoleTemplateVersionRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:GetRoleTemplateVersion", input.templateArn(), call.accountId()));
    }

    @Override
    public GetRoleTemplateVersionResponse execute(
            GetRoleTemplateVersionRequest input, AuthorizedCall call) {
        throw RoleTemplates.none(input.templateArn());
    }
}
