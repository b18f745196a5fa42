package dev.understudy.iam.servicecredentials;

import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.ServiceCredential;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialResponse;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a credential for one service. The answer is the only place where its secret is told. */
final class CreateServiceSpecificCredential
        implements WriteOperation<
                CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResponse> {
    private final Keyring keyring;

    CreateServiceSpecificCredential(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Access access(CreateServiceSpecificCredentialRequest input, AuthenticatedCall call) {
        Integer days = input.credentialAgeDays();
        return Access.permission(
                Users.FAMILY
                        .check("iam:CreateServiceSpecificCredential", input.userName(), call)
                        .with("iam:ServiceSpecificCredentialServiceName", input.serviceName())
                        .with(
                                "iam:ServiceSpecificCredentialAgeDays",
                                days == null ? null : days.toString()));
    }

    @Override
    public CreateServiceSpecificCredentialResponse execute(
            CreateServiceSpecificCredentialRequest input, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        CredentialService service = CredentialService.of(input.serviceName());
        Integer days = input.credentialAgeDays();
        if (days != null && !service.hasApiKeys()) {
            throw ValidationError.because(
                    "CredentialAgeDays is not supported for " + input.serviceName());
        }
        String alias = freeAlias(user, service, call);
        String id = call.newId("ACCA");
        String secret = service.secret(alias, call.random());
        ServiceCredential credential =
                new ServiceCredential(
                        id,
                        user.id(),
                        service.serviceName(),
                        alias,
                        ServiceCredentials.seal(keyring, id, secret),
                        AccessKeyStatus.ACTIVE,
                        call.now(),
                        days == null ? null : call.now().plus(Duration.ofDays(days)));
        call.put(credential);
        return CreateServiceSpecificCredentialResponse.builder()
                .serviceSpecificCredential(ServiceCredentials.describe(credential, secret, call))
                .build();
    }

    /** The first name that no credential of the account for the service has. */
    private static String freeAlias(User user, CredentialService service, WritingCall call) {
        List<ServiceCredential> others =
                call.account().credentials().serviceCredentials().stream()
                        .filter(other -> other.serviceName().equals(service.serviceName()))
                        .toList();
        List<ServiceCredential> own =
                others.stream().filter(other -> other.userId().equals(user.id())).toList();
        Limits.require(Quota.SERVICE_SPECIFIC_CREDENTIALS_PER_USER, own.size() + 1, call);
        Set<String> taken =
                others.stream().map(ServiceCredential::alias).collect(Collectors.toSet());
        String alias = user.name() + "-at-" + call.accountId();
        for (int number = 1; taken.contains(alias); number++) {
            alias = user.name() + "+" + number + "-at-" + call.accountId();
        }
        return alias;
    }
}
