package dev.understudy.iam.policies;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;

/** Tags a managed policy. */
final class TagPolicy implements WriteOperation<TagPolicyRequest, TagPolicyResponse> {
    @Override
    public Access access(TagPolicyRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess(
                "iam:TagPolicy", Policies.FAMILY, input.policyArn(), input.tags(), call);
    }

    @Override
    public TagPolicyResponse execute(TagPolicyRequest input, WritingCall call) {
        Policies.changeable(call.account(), input.policyArn(), Policies.NOT_OURS_TO_UPDATE);
        Tagging.tag(Policies.FAMILY, input.policyArn(), input.tags(), false, call);
        return TagPolicyResponse.builder().build();
    }
}
