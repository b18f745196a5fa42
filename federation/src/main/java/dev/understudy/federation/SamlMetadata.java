package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a SAML 2.0 metadata document says of identity providers: whom to believe, by which
 * certificates, until when. Its own signature, if it has one, is not looked at: whoever is allowed
 * to register the document vouches for it, as on AWS.
 *
 * @param issuers at least one
 * @param validUntil when the document ends, by its own word; null if it does not say
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata
 *     for SAML 2.0</a>
 */
public record SamlMetadata(List<Issuer> issuers, @Nullable Instant validUntil) {
    public SamlMetadata {
        issuers = List.copyOf(issuers);
    }

    /**
     * One identity provider.
     *
     * @param entityId what its assertions name as their issuer
     * @param certificates those of the keys it signs by, at least one; their own validity is not
     *     checked here
     * @param validUntil when it ends; null if it does not say
     */
    public record Issuer(
            String entityId, List<X509Certificate> certificates, @Nullable Instant validUntil) {
        public Issuer {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * The metadata in this document; null if it is none: not XML, with a document type, without an
     * identity provider that signs, or larger than any metadata is.
     */
    public static @Nullable SamlMetadata parse(String document) {
        return SamlMetadataReader.read(document);
    }

    /** The identity provider of this entity id; null if there is none. */
    public @Nullable Issuer issuer(String entityId) {
        for (Issuer issuer : issuers) {
            if (issuer.entityId().equals(entityId)) {
                return issuer;
            }
        }
        return null;
    }

    /** How many certificates all issuers have together. */
    public int certificateCount() {
        return issuers.stream().mapToInt(issuer -> issuer.certificates().size()).sum();
    }
}
