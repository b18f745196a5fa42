package dev.understudy.iam.policies;

import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;

/** The document of a managed policy on its way in. */
final class PolicyText {
    private PolicyText() {}

    /** The document; MalformedPolicyDocument or LimitExceeded if it cannot be saved. */
    static PolicyDocument read(String text, AuthenticatedCall call) {
        PolicyDocument document = Documents.valid(PolicyReader.read(text, PolicyKind.IDENTITY));
        Limits.require(Quota.POLICY_SIZE, document.size(), call);
        return document;
    }
}
