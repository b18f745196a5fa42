package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The name is taken. */
public final class EntityAlreadyExists {
    private EntityAlreadyExists() {}

    public static AwsError user(String name) {
        return error("User with name " + name + " already exists.");
    }

    public static AwsError role(String name) {
        return error("Role with name " + name + " already exists.");
    }

    public static AwsError group(String name) {
        return error("Group with name " + name + " already exists.");
    }

    public static AwsError instanceProfile(String name) {
        return error("Instance Profile " + name + " already exists.");
    }

    public static AwsError policy(String name) {
        return error(
                "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }

    public static AwsError openIdConnectProvider(String url) {
        return error("Provider with url " + url + " already exists.");
    }

    public static AwsError samlProvider(String name) {
        return error("Provider with name " + name + " already exists.");
    }

    public static AwsError accountAlias(String alias) {
        return error("The account alias " + alias + " already exists.");
    }

    public static AwsError loginProfile(String userName) {
        return error("Login Profile for user " + userName + " already exists.");
    }

    public static AwsError virtualMfaDevice() {
        return error("MFA device already exists.");
    }

    public static AwsError mfaDeviceInUse() {
        return error("MFA Device is already in use.");
    }

    public static AwsError serverCertificate(String name) {
        return error("The Server Certificate with name " + name + " already exists.");
    }

    /** The text is ours: AWS does not publish its own. */
    public static AwsError delegationRequest(String workflowId) {
        return error("Delegation request with workflow id " + workflowId + " already exists.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.ENTITY_ALREADY_EXISTS, message);
    }
}
