package dev.understudy.iam.servicecredentials;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.Sealed;
import dev.understudy.directory.ServiceCredential;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The door of this folder: the operations of service-specific credentials. */
public final class ServiceCredentials {
    private static final String EXPIRED = "Expired";

    private ServiceCredentials() {}

    /** The operations; secrets are sealed with the keyring. */
    public static List<Operation<?, ?>> operations(Keyring keyring) {
        return List.of(
                new CreateServiceSpecificCredential(keyring),
                new DeleteServiceSpecificCredential(),
                new ListServiceSpecificCredentials(),
                new ResetServiceSpecificCredential(keyring),
                new UpdateServiceSpecificCredential());
    }

    /** A check of an action on the user of the credential, with the credential's service. */
    static Check check(
            String action, @Nullable String userName, String id, AuthenticatedCall call) {
        Check check = Users.FAMILY.check(action, Users.nameOrCaller(userName, call), call);
        ServiceCredential credential = call.account().credentials().serviceCredential(id);
        return credential == null
                ? check
                : check.with("iam:ServiceSpecificCredentialServiceName", credential.serviceName());
    }

    /** The user's credential of this id, or NoSuchEntity. */
    static ServiceCredential get(@Nullable String userName, String id, AuthenticatedCall call) {
        User user = CredentialOwner.user(userName, call);
        ServiceCredential credential = call.account().credentials().serviceCredential(id);
        if (credential == null || !credential.userId().equals(user.id())) {
            throw NoSuchEntity.serviceCredential(id);
        }
        return credential;
    }

    static Sealed seal(Keyring keyring, String id, String secret) {
        return keyring.seal(
                ServiceCredential.SECRET_PURPOSE,
                secret.getBytes(StandardCharsets.UTF_8),
                id.getBytes(StandardCharsets.UTF_8));
    }

    /** The status now: what has an end has passed it or not. */
    static String status(ServiceCredential credential, Instant now) {
        Instant end = credential.expirationDate();
        return end != null && !now.isBefore(end) ? EXPIRED : credential.status().wire();
    }

    /** A credential with its secret, as only creation and reset tell it. */
    static ServiceSpecificCredential describe(
            ServiceCredential credential, String secret, AuthenticatedCall call) {
        boolean apiKey = CredentialService.of(credential.serviceName()).hasApiKeys();
        return ServiceSpecificCredential.builder()
                .createDate(credential.createDate())
                .expirationDate(credential.expirationDate())
                .serviceName(credential.serviceName())
                .serviceUserName(apiKey ? null : credential.alias())
                .servicePassword(apiKey ? null : secret)
                .serviceCredentialAlias(apiKey ? credential.alias() : null)
                .serviceCredentialSecret(apiKey ? secret : null)
                .serviceSpecificCredentialId(credential.id())
                .userName(CredentialOwner.name(call.account(), credential.userId()))
                .status(status(credential, call.now()))
                .build();
    }
}
