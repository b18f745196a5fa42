package dev.understudy.iam.sshkeys;

import dev.understudy.directory.SshPublicKey;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;

/** Lists the SSH public keys of a user, without their bodies. */
final class ListSSHPublicKeys
        implements ReadOperation<ListSshPublicKeysRequest, ListSshPublicKeysResponse> {
    @Override
    public Access access(ListSshPublicKeysRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check(
                        "iam:ListSSHPublicKeys", Users.nameOrCaller(input.userName(), call), call));
    }

    @Override
    public ListSshPublicKeysResponse execute(ListSshPublicKeysRequest input, AuthorizedCall call) {
        User user = CredentialOwner.user(input.userName(), call);
        Paging.Page<SshPublicKey> page =
                Paging.page(
                        call.account().credentials().sshPublicKeysOf(user.id()),
                        SshPublicKey::id,
                        input.maxItems(),
                        input.marker());
        return ListSshPublicKeysResponse.builder()
                .sshPublicKeys(page.map(key -> describe(user.name(), key)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static SSHPublicKeyMetadata describe(String userName, SshPublicKey key) {
        return SSHPublicKeyMetadata.builder()
                .userName(userName)
                .sshPublicKeyId(key.id())
                .status(key.status().wire())
                .uploadDate(key.uploadDate())
                .build();
    }
}
