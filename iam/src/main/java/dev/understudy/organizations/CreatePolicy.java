package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.CreatePolicyRequest;
import software.amazon.awssdk.services.organizations.model.CreatePolicyResponse;

import java.util.Map;

/** Makes a policy, attached to nothing yet. */
final class CreatePolicy implements WriteOperation<CreatePolicyRequest, CreatePolicyResponse> {
    private static final int MOST_POLICIES = 10_000;

    @Override
    public Access access(CreatePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.newPolicy("CreatePolicy", input.typeAsString(), call)
                        .withRequestTags(Tags.map(input.tags())));
    }

    @Override
    public CreatePolicyResponse execute(CreatePolicyRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        String type = input.typeAsString();
        PolicyTypes.requireKnown(type);
        if (!view.organization().hasAllFeatures()) {
            throw new AwsError(
                    ErrorCode.POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION,
                    "You can't use the specified policy type with the feature set currently enabled"
                            + " for this organization.");
        }
        Map<String, String> tags = Tags.checked(input.tags());
        PolicyNames.requireFree(view, type, input.name());
        if (PolicyNames.count(view, type) >= MOST_POLICIES) {
            throw OrganizationsErrors.constraint(
                    "POLICY_NUMBER_LIMIT_EXCEEDED",
                    "You have exceeded the number of policies that you can have.");
        }
        OrganizationPolicy policy =
                new OrganizationPolicy(
                        "p-" + Ids.letters(8, call.random()),
                        type,
                        input.name(),
                        input.description(),
                        PolicyTypes.document(type, input.content()),
                        tags);
        call.put(policy);
        return CreatePolicyResponse.builder().policy(Described.policy(view, policy)).build();
    }
}
