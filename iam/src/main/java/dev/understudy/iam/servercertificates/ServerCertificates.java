package dev.understudy.iam.servercertificates;

import dev.understudy.directory.Account;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.ServerCertificate;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Family;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

import java.util.List;
import java.util.Map;

/**
 * The door of this folder: the operations of server certificates, and server certificates as a
 * family.
 */
public final class ServerCertificates implements Family<ServerCertificate> {
    static final ServerCertificates FAMILY = new ServerCertificates();

    private ServerCertificates() {}

    /** The operations; private keys are sealed with the keyring. */
    public static List<Operation<?, ?>> operations(Keyring keyring) {
        return List.of(
                new DeleteServerCertificate(),
                new GetServerCertificate(),
                new ListServerCertificates(),
                new ListServerCertificateTags(),
                new TagServerCertificate(),
                new UntagServerCertificate(),
                new UpdateServerCertificate(),
                new UploadServerCertificate(keyring));
    }

    @Override
    public @Nullable ServerCertificate find(Account account, String name) {
        return account.credentials().serverCertificate(name);
    }

    @Override
    public AwsError missing(String name) {
        return NoSuchEntity.serverCertificate(name);
    }

    @Override
    public String arn(Account account, String name) {
        ServerCertificate certificate = find(account, name);
        return certificate == null
                ? ServerCertificate.arn(account, "/", name)
                : certificate.arn(account);
    }

    @Override
    public Map<String, String> tags(ServerCertificate certificate) {
        return certificate.tags();
    }

    /** What is told of a certificate everywhere. */
    static ServerCertificateMetadata describe(Account account, ServerCertificate certificate) {
        return ServerCertificateMetadata.builder()
                .path(certificate.path())
                .serverCertificateName(certificate.name())
                .serverCertificateId(certificate.id())
                .arn(certificate.arn(account))
                .uploadDate(certificate.uploadDate())
                .expiration(certificate.expiration())
                .build();
    }
}
