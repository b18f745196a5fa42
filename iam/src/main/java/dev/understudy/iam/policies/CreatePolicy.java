package dev.understudy.iam.policies;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;

import java.util.List;
import java.util.Map;

/** Creates a managed policy, whose first version is the default one. */
final class CreatePolicy implements WriteOperation<CreatePolicyRequest, CreatePolicyResponse> {

    private static String path(CreatePolicyRequest input) {
        return input.path() == null ? "/" : input.path();
    }

    @Override
    public Access access(CreatePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                                "iam:CreatePolicy",
                                ManagedPolicy.arn(call.account(), path(input), input.policyName()),
                                call.accountId())
                        .withRequestTags(Tagging.map(input.tags()))
                        .shownAs("policy " + input.policyName()));
    }

    @Override
    public CreatePolicyResponse execute(CreatePolicyRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), false, call);
        PolicyDocument document = PolicyText.read(input.policyDocument(), call);
        if (call.account().policyByName(input.policyName()) != null) {
            throw EntityAlreadyExists.policy(input.policyName());
        }
        Limits.require(Quota.POLICIES_PER_ACCOUNT, call.account().policies().size() + 1, call);
        ManagedPolicy policy =
                new ManagedPolicy(
                        call.newId("ANPA"),
                        input.policyName(),
                        path(input),
                        input.description(),
                        call.now(),
                        call.now(),
                        tags,
                        "v1",
                        List.of(new PolicyVersion("v1", document, call.now())),
                        1);
        call.put(policy);
        return CreatePolicyResponse.builder()
                .policy(DescribedPolicy.created(call.account(), policy))
                .build();
    }
}
