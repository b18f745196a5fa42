package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * An X.509 certificate for servers, with its private key.
 *
 * @param id {@code ASCA…}
 * @param path begins and ends with a slash
 * @param body PEM
 * @param chain PEM, the issuer first; null if none was uploaded
 * @param privateKey PEM, sealed under {@link #KEY_PURPOSE} and bound to the id
 * @param expiration the end of the certificate's validity
 */
public record ServerCertificate(
        String id,
        String name,
        String path,
        String body,
        @Nullable String chain,
        Sealed privateKey,
        Instant uploadDate,
        Instant expiration,
        Map<String, String> tags)
        implements Tagged {
    /** The purpose under which private keys are sealed. */
    public static final String KEY_PURPOSE = "server-certificate-key";

    public ServerCertificate {
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.SERVER_CERTIFICATE, id);
    }

    /** The ARN that a certificate of this path and name has, whether it exists or not. */
    public static String arn(Account account, String path, String name) {
        return Arns.iam(account, "server-certificate", path + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, path, name);
    }

    /** The same under another name and path. */
    public ServerCertificate renamed(String newName, String newPath) {
        return new ServerCertificate(
                id, newName, newPath, body, chain, privateKey, uploadDate, expiration, tags);
    }

    @Override
    public ServerCertificate withTags(Map<String, String> newTags) {
        return new ServerCertificate(
                id, name, path, body, chain, privateKey, uploadDate, expiration, newTags);
    }
}
