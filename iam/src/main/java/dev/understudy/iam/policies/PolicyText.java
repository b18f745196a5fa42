package dev.understudy.iam.policies;

import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;

/** The document of a managed policy on its way in. */
final class PolicyText {
    private static final int MOST_CHARACTERS = 6_144;

    private PolicyText() {}

    /** The document; MalformedPolicyDocument or LimitExceeded if it cannot be saved. */
    static PolicyDocument read(String text) {
        PolicyDocument document = Documents.valid(PolicyReader.read(text, PolicyKind.IDENTITY));
        if (document.size() > MOST_CHARACTERS) {
            throw LimitExceeded.quota("PolicySize", MOST_CHARACTERS);
        }
        return document;
    }
}
