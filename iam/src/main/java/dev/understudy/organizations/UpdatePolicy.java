package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.UpdatePolicyRequest;
import software.amazon.awssdk.services.organizations.model.UpdatePolicyResponse;

/** Changes name, description or content of a policy, wherever it is attached. */
final class UpdatePolicy implements WriteOperation<UpdatePolicyRequest, UpdatePolicyResponse> {
    @Override
    public Access access(UpdatePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.policy("UpdatePolicy", input.policyId(), call));
    }

    @Override
    public UpdatePolicyResponse execute(UpdatePolicyRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationPolicy policy = PolicyNames.findOwn(view, input.policyId());
        String name = input.name() == null ? policy.name() : input.name();
        if (!name.equals(policy.name())) {
            PolicyNames.requireFree(view, policy.type(), name);
        }
        OrganizationPolicy changed =
                policy.with(
                        name,
                        input.description() == null ? policy.description() : input.description(),
                        input.content() == null
                                ? policy.document()
                                : PolicyTypes.document(policy.type(), input.content()));
        call.put(changed);
        return UpdatePolicyResponse.builder().policy(Described.policy(view, changed)).build();
    }
}
