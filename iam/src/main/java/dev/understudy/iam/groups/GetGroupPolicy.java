package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;

/** Gives an inline policy of a group. */
final class GetGroupPolicy implements ReadOperation<GetGroupPolicyRequest, GetGroupPolicyResponse> {
    @Override
    public Access access(GetGroupPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.check("iam:GetGroupPolicy", input.groupName(), call));
    }

    @Override
    public GetGroupPolicyResponse execute(GetGroupPolicyRequest input, AuthorizedCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        PolicyDocument document = InlinePolicies.find(Groups.FAMILY, group, input.policyName());
        return GetGroupPolicyResponse.builder()
                .groupName(group.name())
                .policyName(input.policyName())
                .policyDocument(Documents.encoded(document))
                .build();
    }
}
