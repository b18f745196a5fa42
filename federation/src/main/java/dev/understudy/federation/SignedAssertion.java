package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds, in one response, the assertion that a signature covers, and notes by whom. Every signature
 * that is there must hold, and one must be there.
 */
final class SignedAssertion {
    private final SamlTrust trust;
    private final boolean sha1Allowed;
    private final List<String> signers = new ArrayList<>();
    private boolean issuerKnown = true;
    private String problem = "does not hold, or is by none of the certificates";

    SignedAssertion(SamlTrust trust, boolean sha1Allowed) {
        this.trust = trust;
        this.sha1Allowed = sha1Allowed;
    }

    /** Whether a plain assertion's issuer, by its own unverified word, is in the metadata. */
    boolean issuerKnown() {
        return issuerKnown;
    }

    /**
     * Why there is no assertion, for whoever holds the response; nothing of it goes on the wire.
     */
    String problem() {
        return problem;
    }

    /** Whether all signatures that were verified are this issuer's. */
    boolean by(String issuer) {
        return !signers.isEmpty() && signers.stream().allMatch(issuer::equals);
    }

    /**
     * The assertion, read anew from what was digested; null if no signature covers it, or one that
     * is there does not hold, or it cannot be decrypted, or should have been encrypted.
     */
    @Nullable Element verified(Element response) {
        Element child =
                Objects.requireNonNull(SamlLayout.child(response), "the layout was checked");
        boolean encrypted = child.getLocalName().equals("EncryptedAssertion");
        if (trust.encryptionRequired() && !encrypted) {
            problem = "the assertion is not encrypted, and the provider demands it";
            return null;
        }
        if (!encrypted && trust.metadata().issuer(SamlResponseVerifier.issuer(child)) == null) {
            issuerKnown = false;
            problem = "by an issuer that the metadata does not name";
            return null;
        }
        SamlSignature outer = SamlSignature.of(response, sha1Allowed);
        Element covered = null;
        if (outer != null) {
            Element again = response(octets(outer, signersOf(response, child)));
            covered = again == null ? null : SamlLayout.child(again);
            if (covered == null) {
                return null;
            }
        }
        Element assertion = encrypted ? opened(covered == null ? child : covered) : child;
        if (assertion == null) {
            problem = "the assertion cannot be decrypted by the provider's private keys";
        }
        return assertion == null ? null : inner(assertion, encrypted ? assertion : covered, outer);
    }

    /**
     * The assertion by its own signature, else as the response's signature covers it. Its own is
     * computed in the tree that was sent, where all of its namespaces are.
     */
    private @Nullable Element inner(
            Element assertion, @Nullable Element covered, @Nullable SamlSignature outer) {
        SamlSignature own = SamlSignature.of(assertion, sha1Allowed);
        if (own == null) {
            problem = "there is none";
            return outer == null ? null : covered;
        }
        SamlMetadata.Issuer issuer =
                trust.metadata().issuer(SamlResponseVerifier.issuer(assertion));
        byte[] octets = issuer == null ? null : octets(own, List.of(issuer));
        Document again = octets == null ? null : HardenedXml.document(octets);
        return again == null ? null : SamlLayout.assertion(again);
    }

    private @Nullable Element opened(Element encrypted) {
        return AssertionDecryption.open(encrypted, trust.keys());
    }

    private static @Nullable Element response(byte @Nullable [] octets) {
        Document again = octets == null ? null : HardenedXml.document(octets);
        return again == null ? null : SamlLayout.response(again);
    }

    /** Whose certificates may have signed the response: a response need not name its issuer. */
    private List<SamlMetadata.Issuer> signersOf(Element response, Element child) {
        String named = SamlResponseVerifier.issuer(response);
        if (named.isEmpty()) {
            named = SamlResponseVerifier.issuer(child);
        }
        if (named.isEmpty()) {
            return trust.metadata().issuers();
        }
        SamlMetadata.Issuer issuer = trust.metadata().issuer(named);
        return issuer == null ? List.of() : List.of(issuer);
    }

    private byte @Nullable [] octets(SamlSignature signature, List<SamlMetadata.Issuer> issuers) {
        for (SamlMetadata.Issuer issuer : issuers) {
            byte[] octets = signature.verifiedOctets(issuer.certificates());
            if (octets != null) {
                signers.add(issuer.entityId());
                return octets;
            }
        }
        return null;
    }
}
