package dev.understudy.iam.users;

import dev.understudy.directory.Credentials;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;

/** Deletes a user that has no credentials, devices, policies and groups left. */
final class DeleteUser implements WriteOperation<DeleteUserRequest, DeleteUserResponse> {

    @Override
    public Access access(DeleteUserRequest input, AuthenticatedCall call) {
        return Access.permission(Users.FAMILY.check("iam:DeleteUser", input.userName(), call));
    }

    @Override
    public DeleteUserResponse execute(DeleteUserRequest input, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        if (!user.groups().isEmpty()) {
            throw DeleteConflict.groupsOfUser();
        }
        if (!user.attachedPolicies().isEmpty()) {
            throw DeleteConflict.attachedPolicies();
        }
        if (!user.inlinePolicies().isEmpty()) {
            throw DeleteConflict.inlinePolicies();
        }
        if (!call.account().accessKeysOf(user.id()).isEmpty()) {
            throw DeleteConflict.accessKeys();
        }
        requireNoCredentials(call.account().credentials(), user.id());
        call.remove(user.key());
        return DeleteUserResponse.builder().build();
    }

    private static void requireNoCredentials(Credentials credentials, String userId) {
        if (credentials.loginProfile(userId) != null) {
            throw DeleteConflict.loginProfile();
        }
        if (!credentials.mfaDevicesOf(userId).isEmpty()) {
            throw DeleteConflict.mfaDevice();
        }
        if (!credentials.signingCertificatesOf(userId).isEmpty()) {
            throw DeleteConflict.signingCertificates();
        }
        if (!credentials.sshPublicKeysOf(userId).isEmpty()
                || !credentials.serviceCredentialsOf(userId).isEmpty()) {
            throw DeleteConflict.referencedObjects();
        }
    }
}
