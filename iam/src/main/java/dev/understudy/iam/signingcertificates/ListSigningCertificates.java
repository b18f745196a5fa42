package dev.understudy.iam.signingcertificates;

import dev.understudy.directory.SigningCertificate;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;

/** Lists the signing certificates of a user. */
final class ListSigningCertificates
        implements ReadOperation<ListSigningCertificatesRequest, ListSigningCertificatesResponse> {
    @Override
    public Access access(ListSigningCertificatesRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:ListSigningCertificates", input.userName(), call));
    }

    @Override
    public ListSigningCertificatesResponse execute(
            ListSigningCertificatesRequest input, AuthorizedCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        Paging.Page<SigningCertificate> page =
                Paging.page(
                        call.account().credentials().signingCertificatesOf(ownerId),
                        SigningCertificate::id,
                        input.maxItems(),
                        input.marker());
        return ListSigningCertificatesResponse.builder()
                .certificates(
                        page.map(found -> SigningCertificates.describe(call.account(), found)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
