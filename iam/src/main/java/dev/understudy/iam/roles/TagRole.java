package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;

/** Tags a role. */
final class TagRole implements WriteOperation<TagRoleRequest, TagRoleResponse> {
    @Override
    public Access access(TagRoleRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess("iam:TagRole", Roles.FAMILY, input.roleName(), input.tags(), call);
    }

    @Override
    public TagRoleResponse execute(TagRoleRequest input, WritingCall call) {
        Tagging.tag(Roles.FAMILY, input.roleName(), input.tags(), true, call);
        return TagRoleResponse.builder().build();
    }
}
