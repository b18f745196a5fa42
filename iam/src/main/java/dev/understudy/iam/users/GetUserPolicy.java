package dev.understudy.iam.users;

import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;

/** Gives an inline policy of a user. */
final class GetUserPolicy implements ReadOperation<GetUserPolicyRequest, GetUserPolicyResponse> {
    @Override
    public Access access(GetUserPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Users.FAMILY.check("iam:GetUserPolicy", input.userName(), call));
    }

    @Override
    public GetUserPolicyResponse execute(GetUserPolicyRequest input, AuthorizedCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        PolicyDocument document = InlinePolicies.find(Users.FAMILY, user, input.policyName());
        return GetUserPolicyResponse.builder()
                .userName(user.name())
                .policyName(input.policyName())
                .policyDocument(Documents.encoded(document))
                .build();
    }
}
