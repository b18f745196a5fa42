package dev.understudy.iam.signingcertificates;

import dev.understudy.directory.Account;
import dev.understudy.directory.SigningCertificate;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations of signing certificates. */
public final class SigningCertificates {
    private SigningCertificates() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new DeleteSigningCertificate(),
                new ListSigningCertificates(),
                new UpdateSigningCertificate(),
                new UploadSigningCertificate());
    }

    /** The owner's certificate of this id, or NoSuchEntity. */
    static SigningCertificate get(String ownerId, String id, AuthenticatedCall call) {
        SigningCertificate certificate = call.account().credentials().signingCertificate(id);
        if (certificate == null || !certificate.userId().equals(ownerId)) {
            throw NoSuchEntity.signingCertificate(id);
        }
        return certificate;
    }

    /** A certificate as answers tell it. */
    static software.amazon.awssdk.services.iam.model.SigningCertificate describe(
            Account account, SigningCertificate certificate) {
        return software.amazon.awssdk.services.iam.model.SigningCertificate.builder()
                .userName(CredentialOwner.name(account, certificate.userId()))
                .certificateId(certificate.id())
                .certificateBody(certificate.body())
                .status(certificate.status().wire())
                .uploadDate(certificate.uploadDate())
                .build();
    }
}
