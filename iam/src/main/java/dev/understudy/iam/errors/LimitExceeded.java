package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A quota is used up. */
public final class LimitExceeded {
    private LimitExceeded() {}

    /** A quota by AWS's name for it. */
    public static AwsError quota(String name, int limit) {
        return error("Cannot exceed quota for " + name + ": " + limit);
    }

    public static AwsError policyVersions(int limit) {
        return error(
                "A managed policy can have up to "
                        + limit
                        + " versions. Before you create a new version, you"
                        + " must delete an existing version.");
    }

    public static AwsError tags() {
        return error("The number of tags has reached the maximum limit.");
    }

    /** The sum of inline policies; the owner is {@code user}, {@code group} or {@code role}. */
    public static AwsError inlinePolicySize(int limit, String owner, String name) {
        return error(
                "Maximum policy size of " + limit + " bytes exceeded for " + owner + " " + name);
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.LIMIT_EXCEEDED, message);
    }
}
