package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;

/** Lists the access keys of a user, without their secrets. */
final class ListAccessKeys implements ReadOperation<ListAccessKeysRequest, ListAccessKeysResponse> {

    @Override
    public Access access(ListAccessKeysRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:ListAccessKeys", input.userName(), call));
    }

    @Override
    public ListAccessKeysResponse execute(ListAccessKeysRequest input, AuthorizedCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        User user = call.account().userById(ownerId);
        Paging.Page<AccessKey> page =
                Paging.page(
                        call.account().accessKeysOf(ownerId),
                        AccessKey::id,
                        input.maxItems(),
                        input.marker());
        return ListAccessKeysResponse.builder()
                .accessKeyMetadata(page.map(key -> metadata(key, user)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static AccessKeyMetadata metadata(AccessKey key, @Nullable User user) {
        return AccessKeyMetadata.builder()
                .userName(user == null ? null : user.name())
                .accessKeyId(key.id())
                .status(key.status().wire())
                .createDate(key.createDate())
                .build();
    }
}
