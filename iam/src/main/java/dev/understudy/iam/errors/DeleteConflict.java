package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The entity has parts or users that must go first. */
public final class DeleteConflict {
    private DeleteConflict() {}

    public static AwsError attachedPolicies() {
        return error("Cannot delete entity, must detach all policies first.");
    }

    public static AwsError inlinePolicies() {
        return error("Cannot delete entity, must delete policies first.");
    }

    public static AwsError accessKeys() {
        return error("Cannot delete entity, must delete access keys first.");
    }

    public static AwsError groupsOfUser() {
        return error("Cannot delete entity, must remove users from group first.");
    }

    public static AwsError profilesOfRole() {
        return error("Cannot delete entity, must remove roles from instance profile first.");
    }

    public static AwsError policyInUse() {
        return error("Cannot delete a policy attached to entities.");
    }

    public static AwsError policyVersions() {
        return error(
                "This policy has more than one version. Before you delete a policy, you must delete"
                        + " the policy's versions. The default version is deleted with the policy.");
    }

    public static AwsError defaultVersion() {
        return error("Cannot delete the default version of a policy.");
    }

    public static AwsError loginProfile() {
        return error("Cannot delete entity, must delete login profile first.");
    }

    public static AwsError mfaDevice() {
        return error("Cannot delete entity, must delete MFA device first.");
    }

    public static AwsError signingCertificates() {
        return error("Cannot delete entity, must delete signing certificates first.");
    }

    /** SSH public keys and service-specific credentials have no text of their own. */
    public static AwsError referencedObjects() {
        return error("Cannot delete entity, must remove referenced objects first.");
    }

    public static AwsError mfaDeviceInUse() {
        return error("MFA VirtualDevice in use. Must deactivate first.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.DELETE_CONFLICT, message);
    }
}
