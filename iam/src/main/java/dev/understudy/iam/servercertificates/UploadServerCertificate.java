package dev.understudy.iam.servercertificates;

import dev.understudy.directory.Credentials;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.ServerCertificate;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.KeyPairMismatch;
import dev.understudy.iam.errors.MalformedCertificate;
import dev.understudy.iam.patterns.Certificates;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UploadServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateResponse;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * Takes in a certificate for servers with its private key, which is kept sealed and never told. The
 * key must be the certificate's, and each certificate of the chain the issuer of the one before.
 */
final class UploadServerCertificate
        implements WriteOperation<UploadServerCertificateRequest, UploadServerCertificateResponse> {
    private static final int LONGEST_CHAIN = 10;

    private final Keyring keyring;

    UploadServerCertificate(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Access access(UploadServerCertificateRequest input, AuthenticatedCall call) {
        String arn =
                ServerCertificate.arn(call.account(), path(input), input.serverCertificateName());
        return Access.permission(
                Check.of("iam:UploadServerCertificate", arn, call.accountId())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    @Override
    public UploadServerCertificateResponse execute(
            UploadServerCertificateRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), false, call);
        Credentials credentials = call.account().credentials();
        if (credentials.serverCertificate(input.serverCertificateName()) != null) {
            throw EntityAlreadyExists.serverCertificate(input.serverCertificateName());
        }
        Limits.require(
                Quota.SERVER_CERTIFICATES_PER_ACCOUNT,
                credentials.serverCertificates().size() + 1,
                call);
        ServerCertificate certificate = certificate(input, checked(input, call), tags, call);
        call.put(certificate);
        return UploadServerCertificateResponse.builder()
                .serverCertificateMetadata(ServerCertificates.describe(call.account(), certificate))
                .tags(Tagging.listOrAbsent(tags))
                .build();
    }

    private static X509Certificate checked(UploadServerCertificateRequest input, WritingCall call) {
        X509Certificate certificate = Certificates.one(input.certificateBody());
        requireValid(certificate, call);
        PrivateKey key = PrivateKeys.parse(input.privateKey());
        if (!PrivateKeys.match(key, certificate.getPublicKey())) {
            throw KeyPairMismatch.keys();
        }
        if (input.certificateChain() != null) {
            requireChain(certificate, input.certificateChain());
        }
        return certificate;
    }

    private static void requireValid(X509Certificate certificate, WritingCall call) {
        java.util.Date now = java.util.Date.from(call.now());
        if (now.after(certificate.getNotAfter())) {
            throw MalformedCertificate.expired();
        }
        if (now.before(certificate.getNotBefore())) {
            throw MalformedCertificate.notYetValid();
        }
    }

    private static void requireChain(X509Certificate certificate, String pem) {
        List<X509Certificate> chain = Certificates.all(pem, LONGEST_CHAIN);
        if (chain.isEmpty()) {
            throw MalformedCertificate.chain(-1);
        }
        X509Certificate issued = certificate;
        for (int i = 0; i < chain.size(); i++) {
            if (!isIssuer(chain.get(i), issued)) {
                throw MalformedCertificate.chain(i - 1);
            }
            issued = chain.get(i);
        }
    }

    private static boolean isIssuer(X509Certificate issuer, X509Certificate issued) {
        if (!issued.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notSignedByIt) {
            return false;
        }
    }

    private ServerCertificate certificate(
            UploadServerCertificateRequest input,
            X509Certificate parsed,
            Map<String, String> tags,
            WritingCall call) {
        String id = call.newId("ASCA");
        return new ServerCertificate(
                id,
                input.serverCertificateName(),
                path(input),
                input.certificateBody(),
                input.certificateChain(),
                keyring.seal(
                        ServerCertificate.KEY_PURPOSE,
                        input.privateKey().getBytes(StandardCharsets.UTF_8),
                        id.getBytes(StandardCharsets.UTF_8)),
                call.now(),
                parsed.getNotAfter().toInstant(),
                tags);
    }

    private static String path(UploadServerCertificateRequest input) {
        return input.path() == null ? "/" : input.path();
    }
}
