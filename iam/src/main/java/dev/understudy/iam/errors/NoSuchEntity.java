package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The request names an entity that does not exist. */
public final class NoSuchEntity {
    private NoSuchEntity() {}

    public static AwsError user(String name) {
        return error("The user with name " + name + " cannot be found.");
    }

    public static AwsError role(String name) {
        return error("The role with name " + name + " cannot be found.");
    }

    public static AwsError group(String name) {
        return error("The group with name " + name + " cannot be found.");
    }

    public static AwsError instanceProfile(String name) {
        return error("Instance Profile " + name + " cannot be found.");
    }

    public static AwsError roleInProfile(String role, String profile) {
        return error("Role " + role + " in Instance Profile " + profile + " cannot be found.");
    }

    public static AwsError policy(String arn) {
        return error("Policy " + arn + " was not found.");
    }

    public static AwsError attachablePolicy(String arn) {
        return error("Policy " + arn + " does not exist or is not attachable.");
    }

    public static AwsError policyVersion(String arn, String version) {
        return error(
                "Policy " + arn + " version " + version + " does not exist or is not attachable.");
    }

    public static AwsError boundary(String arn) {
        return error("Scope ARN: " + arn + " does not exist or is not attachable.");
    }

    /** An inline policy; the owner is {@code user}, {@code group} or {@code role}. */
    public static AwsError inlinePolicy(String owner, String name) {
        return error("The " + owner + " policy with name " + name + " cannot be found.");
    }

    /** The owner is {@code user} or {@code role}. */
    public static AwsError noBoundary(String owner, String name) {
        return error(
                "The " + owner + " with name " + name + " does not have a permissions boundary.");
    }

    public static AwsError accessKey(String id) {
        return error("The Access Key with id " + id + " cannot be found.");
    }

    public static AwsError openIdConnectProvider(String arn) {
        return error("OpenIDConnect Provider not found for arn " + arn);
    }

    /** The same, in the words that only the deletion has. */
    public static AwsError openIdConnectProviderToDelete(String arn) {
        return error("OpenId connect Provider " + arn + " cannot be found.");
    }

    public static AwsError samlProvider(String arn) {
        return error("Manifest not found for arn " + arn);
    }

    public static AwsError samlPrivateKey(String keyId) {
        return error("The private key with id " + keyId + " cannot be found.");
    }

    /** Whatever has this ARN. */
    public static AwsError arn(String arn) {
        return error("ARN " + arn + " not found.");
    }

    public static AwsError job(String id) {
        return error("Job " + id + " was not found.");
    }

    public static AwsError accountAlias(String alias) {
        return error("The account alias " + alias + " cannot be found.");
    }

    public static AwsError membership(String user, String group) {
        return error(
                "The user with name " + user + " is not in the group with name " + group + ".");
    }

    public static AwsError deletionTask(String id) {
        return error("The deletion task with id " + id + " cannot be found.");
    }

    /** The user, group or role whose policies were to be simulated. */
    public static AwsError policySource() {
        return error("Unable to retrieve specified IAM entity.");
    }

    public static AwsError loginProfile(String userName) {
        return error("Login Profile for User " + userName + " cannot be found.");
    }

    /** The account is named by its id. */
    public static AwsError passwordPolicy(String account) {
        return error("The Password Policy with domain name " + account + " cannot be found.");
    }

    /** The same, in the words that only the deletion has. */
    public static AwsError passwordPolicyToDelete() {
        return error("The account policy with name PasswordPolicy cannot be found.");
    }

    public static AwsError mfaDevice(String serialNumber) {
        return error("MFA Device with serial number " + serialNumber + " does not exist.");
    }

    /** The same, in the words that only the deletion has. */
    public static AwsError virtualMfaDevice(String serialNumber) {
        return error("VirtualMFADevice with serial number " + serialNumber + " doesn't exist.");
    }

    public static AwsError sshPublicKey(String id) {
        return error("The SSH Public Key with id " + id + " cannot be found.");
    }

    public static AwsError signingCertificate(String id) {
        return error("The Certificate with id " + id + " cannot be found.");
    }

    public static AwsError serverCertificate(String name) {
        return error("The Server Certificate with name " + name + " cannot be found.");
    }

    public static AwsError serviceCredential(String id) {
        return error("No such credential " + id + " exists");
    }

    public static AwsError serviceOfCredentials(String service) {
        return error(
                "No such service " + service + " is supported for Service Specific Credentials");
    }

    /** The text is ours: AWS does not publish its own. */
    public static AwsError delegationRequest(String id) {
        return error("The delegation request with id " + id + " cannot be found.");
    }

    /** The text is ours: AWS does not publish its own. */
    public static AwsError roleTemplate(String arn) {
        return error("Role template " + arn + " was not found.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.NO_SUCH_ENTITY, message);
    }
}
