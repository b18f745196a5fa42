package dev.understudy.iam.servicecredentials;

import dev.understudy.directory.Credentials;
import dev.understudy.directory.ServiceCredential;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;

import java.util.Collection;
import java.util.List;

/** Lists the service-specific credentials of a user or of all users, without their secrets. */
final class ListServiceSpecificCredentials
        implements ReadOperation<
                ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse> {
    private static final String ACTION = "iam:ListServiceSpecificCredentials";

    @Override
    public Access access(ListServiceSpecificCredentialsRequest input, AuthenticatedCall call) {
        if (!isOfAll(input)) {
            return Access.permission(
                    Users.FAMILY.check(ACTION, Users.nameOrCaller(input.userName(), call), call));
        }
        if (input.userName() != null) {
            throw ValidationError.because("UserName must not be given together with AllUsers");
        }
        return Access.permission(
                Check.of(ACTION, User.arn(call.account(), "/", "*"), call.accountId()));
    }

    @Override
    public ListServiceSpecificCredentialsResponse execute(
            ListServiceSpecificCredentialsRequest input, AuthorizedCall call) {
        Credentials credentials = call.account().credentials();
        Collection<ServiceCredential> all =
                isOfAll(input)
                        ? credentials.serviceCredentials()
                        : credentials.serviceCredentialsOf(
                                CredentialOwner.user(input.userName(), call).id());
        String service =
                input.serviceName() == null
                        ? null
                        : CredentialService.of(input.serviceName()).serviceName();
        List<ServiceCredential> found =
                all.stream()
                        .filter(other -> service == null || other.serviceName().equals(service))
                        .toList();
        Paging.Page<ServiceCredential> page =
                Paging.page(
                        found,
                        other -> other.userId() + " " + other.id(),
                        input.maxItems(),
                        input.marker());
        return ListServiceSpecificCredentialsResponse.builder()
                .serviceSpecificCredentials(page.map(one -> describe(one, call)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static boolean isOfAll(ListServiceSpecificCredentialsRequest input) {
        return Boolean.TRUE.equals(input.allUsers());
    }

    private static ServiceSpecificCredentialMetadata describe(
            ServiceCredential credential, AuthorizedCall call) {
        boolean apiKey = CredentialService.of(credential.serviceName()).hasApiKeys();
        return ServiceSpecificCredentialMetadata.builder()
                .userName(CredentialOwner.name(call.account(), credential.userId()))
                .status(ServiceCredentials.status(credential, call.now()))
                .serviceUserName(apiKey ? null : credential.alias())
                .serviceCredentialAlias(apiKey ? credential.alias() : null)
                .createDate(credential.createDate())
                .expirationDate(credential.expirationDate())
                .serviceSpecificCredentialId(credential.id())
                .serviceName(credential.serviceName())
                .build();
    }
}
