package dev.understudy.iam.signingcertificates;

import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Credentials;
import dev.understudy.directory.SigningCertificate;
import dev.understudy.iam.errors.DuplicateCertificate;
import dev.understudy.iam.errors.InvalidCertificate;
import dev.understudy.iam.patterns.Certificates;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import org.bouncycastle.util.encoders.Base32;

import software.amazon.awssdk.services.iam.model.UploadSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateResponse;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** Gives a user an X.509 signing certificate, which must be valid now and nobody's yet. */
final class UploadSigningCertificate
        implements WriteOperation<
                UploadSigningCertificateRequest, UploadSigningCertificateResponse> {

    /** 20 random bytes are 32 letters and digits. */
    private static final int ID_BYTES = 20;

    @Override
    public Access access(UploadSigningCertificateRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:UploadSigningCertificate", input.userName(), call));
    }

    @Override
    public UploadSigningCertificateResponse execute(
            UploadSigningCertificateRequest input, WritingCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        requireValid(Certificates.one(input.certificateBody()), call);
        Credentials credentials = call.account().credentials();
        Limits.require(
                Quota.CERTIFICATES_PER_USER,
                credentials.signingCertificatesOf(ownerId).size() + 1,
                call);
        if (credentials.signingCertificates().stream()
                .anyMatch(other -> Certificates.same(other.body(), input.certificateBody()))) {
            throw DuplicateCertificate.signingCertificate();
        }
        SigningCertificate certificate =
                new SigningCertificate(
                        newId(call),
                        ownerId,
                        input.certificateBody(),
                        AccessKeyStatus.ACTIVE,
                        call.now());
        call.put(certificate);
        return UploadSigningCertificateResponse.builder()
                .certificate(SigningCertificates.describe(call.account(), certificate))
                .build();
    }

    private static void requireValid(X509Certificate certificate, WritingCall call) {
        try {
            certificate.checkValidity(java.util.Date.from(call.now()));
        } catch (CertificateException outOfTime) {
            throw InvalidCertificate.outOfTime();
        }
    }

    private static String newId(WritingCall call) {
        byte[] bytes = new byte[ID_BYTES];
        call.random().nextBytes(bytes);
        return Base32.toBase32String(bytes);
    }
}
