package dev.understudy.organizations;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/**
 * The errors of Organizations, in the words of its documentation; AWS's live texts are known for
 * few of them.
 */
final class OrganizationsErrors {
    private OrganizationsErrors() {}

    static AwsError notInUse() {
        return new AwsError(
                ErrorCode.ORGANIZATIONS_NOT_IN_USE,
                "Your account is not a member of an organization.");
    }

    /** The caller's account is none that may do this, whatever its policies say. */
    static AwsError notPermitted() {
        return new AwsError(
                ErrorCode.ACCESS_DENIED, "You don't have permissions to access this resource.");
    }

    static AwsError alreadyInOrganization() {
        return new AwsError(
                ErrorCode.ALREADY_IN_ORGANIZATION,
                "The provided account is already a member of an organization.");
    }

    static AwsError missing(ErrorCode code, String what) {
        return new AwsError(code, "You specified " + what + " that doesn't exist.");
    }

    static AwsError policyMissing() {
        return missing(ErrorCode.POLICY_NOT_FOUND, "a policy");
    }

    static AwsError targetMissing() {
        return missing(ErrorCode.TARGET_NOT_FOUND, "a target");
    }

    static AwsError accountMissing() {
        return missing(ErrorCode.ACCOUNT_NOT_FOUND, "an account");
    }

    static AwsError because(ErrorCode code, String message) {
        return new AwsError(code, message);
    }

    /** A limit or a rule of the organization, by AWS's word for it. */
    static AwsError constraint(String reason, String message) {
        return AwsError.withReason(ErrorCode.CONSTRAINT_VIOLATION, message, reason);
    }

    /** A value that cannot be, by AWS's word for why. */
    static AwsError invalid(String reason, String message) {
        return AwsError.withReason(ErrorCode.ORGANIZATIONS_INVALID_INPUT, message, reason);
    }

    static AwsError policyTypeNotEnabled() {
        return new AwsError(
                ErrorCode.POLICY_TYPE_NOT_ENABLED,
                "This operation can be performed only for enabled policy types.");
    }
}
