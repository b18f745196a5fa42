package dev.understudy.iam.accesskeys;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;

/** Makes an access key. The answer is the only place where its secret is ever told. */
final class CreateAccessKey
        implements WriteOperation<CreateAccessKeyRequest, CreateAccessKeyResponse> {

    private final Keyring keyring;

    CreateAccessKey(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Access access(CreateAccessKeyRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:CreateAccessKey", input.userName(), call));
    }

    @Override
    public CreateAccessKeyResponse execute(CreateAccessKeyRequest input, WritingCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        Limits.require(
                Quota.ACCESS_KEYS_PER_USER, call.account().accessKeysOf(ownerId).size() + 1, call);
        NewAccessKey made =
                NewAccessKey.random(call.accountId(), ownerId, call.now(), keyring, call.random());
        call.put(made.key());
        User user = call.account().userById(ownerId);
        return CreateAccessKeyResponse.builder()
                .accessKey(key ->
                        key.userName(user == null ? null : user.name())
                                .accessKeyId(made.key().id())
                                .status(made.key().status().wire())
                                .secretAccessKey(made.secret())
                                .createDate(made.key().createDate()))
                .build();
    }
}
