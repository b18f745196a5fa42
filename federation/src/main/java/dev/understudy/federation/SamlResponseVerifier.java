package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.time.Instant;
import java.util.Base64;

/**
 * Verifies SAML responses against a registered provider. Each step sees only what the one before it
 * let through: the text is read by one reader, the tree must have the one arrangement, every
 * signature in it must be by a certificate of the metadata over its own parent, and what is claimed
 * is read anew from the octets that were digested.
 *
 * <p>Whether decrypting or verifying failed makes no difference in the answer.
 */
public final class SamlResponseVerifier {
    private static final String INVALID = "InvalidIdentityToken";
    private static final Proof.Unproven NOT_SIGNED =
            new Proof.Unproven(INVALID, "Response signature invalid");
    private static final Proof.Unproven NO_RESPONSE =
            new Proof.Unproven(
                    INVALID,
                    "Invalid base64 SAMLResponse (Service: AWSOpenIdDiscoveryService; Status Code:"
                            + " 400; Error Code: AuthSamlInvalidSamlResponseException)");
    private static final Proof.Unproven OTHER_ISSUER =
            new Proof.Unproven(
                    INVALID,
                    "Issuer not present in specified provider (service: AWSOpenIdDiscoveryService;"
                            + " status code: 400; error code:"
                            + " AuthSamlInvalidSamlResponseException)");
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    /** AWS's limit for the parameter. */
    private static final int MOST_CHARACTERS = 100_000;

    private final AssertionConsumers consumers;
    private final boolean sha1Allowed;

    /**
     * Verifies what is meant for these.
     *
     * @param sha1Allowed whether a signature may still rest on SHA-1
     */
    public SamlResponseVerifier(AssertionConsumers consumers, boolean sha1Allowed) {
        this.consumers = consumers;
        this.sha1Allowed = sha1Allowed;
    }

    /** Checks the response, base64 of its document in UTF-8; what it proves is an assertion. */
    public Proof verify(String base64, SamlTrust trust, Instant now) {
        byte[] bytes = decoded(base64);
        Document document = bytes == null ? null : HardenedXml.document(bytes);
        if (document == null) {
            return NO_RESPONSE;
        }
        Element response = SamlLayout.response(document);
        if (response == null || !successful(response)) {
            return NOT_SIGNED;
        }
        String claimed = issuer(response);
        if (!claimed.isEmpty() && believed(claimed, trust.metadata(), now) == null) {
            return OTHER_ISSUER;
        }
        SignedAssertion signed = new SignedAssertion(trust, sha1Allowed);
        Element assertion = signed.verified(response);
        SamlAssertion read = assertion == null ? null : SamlAssertion.read(assertion);
        if (read == null) {
            return signed.issuerKnown() ? NOT_SIGNED : OTHER_ISSUER;
        }
        if (!signed.by(read.issuer()) || believed(read.issuer(), trust.metadata(), now) == null) {
            return OTHER_ISSUER;
        }
        return proof(read, trust, now);
    }

    private Proof proof(SamlAssertion assertion, SamlTrust trust, Instant now) {
        Proof.Unproven refusal = AssertionRules.refusal(assertion, consumers, now);
        if (refusal != null) {
            return refusal;
        }
        SessionAttributes session = new SessionAttributes(assertion.attributes());
        Proof.Unproven unusable = session.refusal();
        return unusable != null
                ? unusable
                : new Proof.Proven(VerifiedAssertion.of(trust, assertion, session));
    }

    static byte @Nullable [] decoded(String base64) {
        if (base64.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            // Forms wrap lines; what else is no base64 is none.
            return Base64.getDecoder().decode(base64.replaceAll("[\r\n]", ""));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean successful(Element response) {
        Element status = SamlNames.child(response, SamlNames.PROTOCOL, "Status");
        Element code =
                status == null ? null : SamlNames.child(status, SamlNames.PROTOCOL, "StatusCode");
        return code != null
                && SUCCESS.equals(code.getAttributeNS(null, "Value"))
                && "2.0".equals(SamlNames.attribute(response, "Version"));
    }

    static String issuer(Element element) {
        return SamlNames.text(SamlNames.child(element, SamlNames.ASSERTION, "Issuer"));
    }

    /** The issuer, while its metadata is valid; null if it is not, or not in the metadata. */
    private static SamlMetadata.@Nullable Issuer believed(
            String entityId, SamlMetadata metadata, Instant now) {
        SamlMetadata.Issuer issuer = metadata.issuer(entityId);
        return issuer != null
                        && valid(issuer.validUntil(), now)
                        && valid(metadata.validUntil(), now)
                ? issuer
                : null;
    }

    private static boolean valid(@Nullable Instant until, Instant now) {
        return until == null || now.isBefore(until);
    }
}
