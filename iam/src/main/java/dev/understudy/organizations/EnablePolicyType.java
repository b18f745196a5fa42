package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.EnablePolicyTypeRequest;
import software.amazon.awssdk.services.organizations.model.EnablePolicyTypeResponse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Enables a type of policy; AWS's own of that type, which allows everything, is attached
 * everywhere.
 */
final class EnablePolicyType
        implements WriteOperation<EnablePolicyTypeRequest, EnablePolicyTypeResponse> {
    @Override
    public Access access(EnablePolicyTypeRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("EnablePolicyType", input.rootId(), call)
                        .with("organizations:PolicyType", input.policyTypeAsString()));
    }

    @Override
    public EnablePolicyTypeResponse execute(EnablePolicyTypeRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        String type = input.policyTypeAsString();
        PolicyTypes.requireKnown(type);
        if (!view.root().id().equals(input.rootId())) {
            throw OrganizationsErrors.missing(ErrorCode.ROOT_NOT_FOUND, "a root");
        }
        Set<String> types = new LinkedHashSet<>(view.organization().policyTypes());
        if (!view.organization().hasAllFeatures()) {
            throw new AwsError(
                    ErrorCode.POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION,
                    "You can't use the specified policy type with the feature set currently enabled"
                            + " for this organization.");
        }
        if (!types.add(type)) {
            throw OrganizationsErrors.because(
                    ErrorCode.POLICY_TYPE_ALREADY_ENABLED,
                    "The specified policy type is already enabled in the specified root.");
        }
        call.put(view.organization().withPolicyTypes(types));
        for (OrganizationNode node : view.nodes()) {
            List<String> policies = new ArrayList<>(node.policies());
            policies.add(OrganizationPolicy.ofAws(type).id());
            call.put(node.withPolicies(policies));
        }
        return EnablePolicyTypeResponse.builder().root(After.root(call, view, types)).build();
    }
}
