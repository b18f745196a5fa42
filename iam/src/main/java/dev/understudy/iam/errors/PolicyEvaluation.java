package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A stored policy that was to be simulated can no longer be read. */
public final class PolicyEvaluation {
    private PolicyEvaluation() {}

    public static AwsError unreadable(String policy) {
        return new AwsError(
                ErrorCode.POLICY_EVALUATION,
                "The policy " + policy + " could not be successfully evaluated.");
    }
}
