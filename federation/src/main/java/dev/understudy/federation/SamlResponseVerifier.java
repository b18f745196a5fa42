package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

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
        Findings findings = Findings.untilRefused();
        return proof(check(base64, trust, now, findings), trust, findings);
    }

    /**
     * Makes the same checks, all of them, and the one that AssumeRoleWithSAML makes of the role;
     * and tells what each found.
     */
    public Examination examine(String base64, SamlTrust trust, String roleArn, Instant now) {
        Findings findings = Findings.all();
        SamlAssertion assertion = check(base64, trust, now, findings);
        if (assertion == null) {
            return new Examination(
                    findings.list(),
                    Objects.requireNonNull(findings.refusal(), "it was not read"),
                    null);
        }
        SessionAttributes session = new SessionAttributes(assertion.attributes());
        Proof proof = proof(assertion, trust, findings);
        findings.check(
                "role",
                session.gives(roleArn, trust.arn()),
                () -> session.roles().isEmpty() ? "none" : String.join("; ", session.roles()),
                roleArn + "," + trust.arn(),
                new Proof.Unproven(
                        "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"));
        Proof.Unproven refusal = findings.refusal();
        return new Examination(
                findings.list(),
                refusal == null ? proof : refusal,
                VerifiedAssertion.claimed(trust, assertion, session));
    }

    /**
     * What the response asserts, as far as it was proven; where all is to be found, what it says
     * without proof, too. Null if there is nothing.
     */
    private @Nullable SamlAssertion check(
            String base64, SamlTrust trust, Instant now, Findings findings) {
        byte[] bytes = decoded(base64);
        Document document = bytes == null ? null : HardenedXml.document(bytes);
        findings.check(
                "document",
                document != null,
                () -> bytes == null ? "no base64" : document == null ? "no XML" : "XML",
                "base64 of XML without a document type, at most " + MOST_CHARACTERS + " characters",
                NO_RESPONSE);
        if (document == null) {
            return null;
        }
        Element response = SamlLayout.response(document);
        findings.check(
                "layout",
                response != null,
                () -> response == null ? "another arrangement" : "as the standard has it",
                "one assertion in one Response, signatures in what they sign, no id twice",
                NOT_SIGNED);
        if (response == null) {
            return null;
        }
        findings.check(
                "status",
                successful(response),
                () -> status(response),
                "Success, and version 2.0",
                NOT_SIGNED);
        if (findings.ended() || !issued(response, trust, now, findings)) {
            return null;
        }
        SamlAssertion assertion = signed(response, trust, now, findings);
        if (assertion != null && !findings.ended()) {
            AssertionRules.check(assertion, consumers, now, findings);
        }
        if (assertion != null && !findings.ended()) {
            new SessionAttributes(assertion.attributes()).check(findings);
        }
        return assertion;
    }

    private static boolean issued(
            Element response, SamlTrust trust, Instant now, Findings findings) {
        String claimed = issuer(response);
        findings.check(
                "responseIssuer",
                claimed.isEmpty() || believed(claimed, trust.metadata(), now) != null,
                () -> claimed.isEmpty() ? "none" : claimed,
                issuers(trust.metadata()),
                OTHER_ISSUER);
        return !findings.ended();
    }

    private @Nullable SamlAssertion signed(
            Element response, SamlTrust trust, Instant now, Findings findings) {
        SignedAssertion signed = new SignedAssertion(trust, sha1Allowed);
        Element element = signed.verified(response);
        SamlAssertion read = element == null ? null : SamlAssertion.read(element);
        findings.check(
                "signature",
                read != null,
                () ->
                        read != null
                                ? "holds"
                                : element == null
                                        ? signed.problem()
                                        : "covers no id, time or version",
                "by a certificate of the metadata, over the whole assertion or response",
                signed.issuerKnown() ? NOT_SIGNED : OTHER_ISSUER);
        if (findings.ended()) {
            return null;
        }
        SamlAssertion assertion = read == null ? unproven(response) : read;
        if (assertion != null) {
            findings.check(
                    "issuer",
                    (read == null || signed.by(read.issuer()))
                            && believed(assertion.issuer(), trust.metadata(), now) != null,
                    assertion::issuer,
                    issuers(trust.metadata()) + ", which signed, while its metadata is valid",
                    OTHER_ISSUER);
        }
        return assertion;
    }

    /** What a plain assertion says that nobody vouches for; null if it cannot be read. */
    private static @Nullable SamlAssertion unproven(Element response) {
        Element child = SamlLayout.child(response);
        return child == null || child.getLocalName().equals("EncryptedAssertion")
                ? null
                : SamlAssertion.read(child);
    }

    private static Proof proof(
            @Nullable SamlAssertion assertion, SamlTrust trust, Findings findings) {
        Proof.Unproven refusal = findings.refusal();
        if (refusal != null) {
            return refusal;
        }
        SamlAssertion proven = Objects.requireNonNull(assertion, "every check held");
        return new Proof.Proven(
                VerifiedAssertion.of(trust, proven, new SessionAttributes(proven.attributes())));
    }

    private static String issuers(SamlMetadata metadata) {
        return String.join(
                " or ", metadata.issuers().stream().map(SamlMetadata.Issuer::entityId).toList());
    }

    static byte @Nullable [] decoded(String base64) {
        if (base64.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            // Forms wrap lines; what else is no base64 is none.
            return Base64.getDecoder().decode(base64.replace("\r", "").replace("\n", ""));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean successful(Element response) {
        return SUCCESS.equals(status(response))
                && "2.0".equals(SamlNames.attribute(response, "Version"));
    }

    private static String status(Element response) {
        Element status = SamlNames.child(response, SamlNames.PROTOCOL, "Status");
        Element code =
                status == null ? null : SamlNames.child(status, SamlNames.PROTOCOL, "StatusCode");
        return code == null ? "none" : code.getAttributeNS(null, "Value");
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
