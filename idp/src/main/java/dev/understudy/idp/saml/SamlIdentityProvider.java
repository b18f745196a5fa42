package dev.understudy.idp.saml;

import dev.understudy.idp.keys.CertificateMaker;
import dev.understudy.idp.keys.Pem;
import dev.understudy.idp.keys.SecretFile;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * An identity provider with a key of its own, which vouches for whomever it is told to. For
 * development and tests: whoever can call it can be anybody. Safe for many threads.
 */
public final class SamlIdentityProvider {
    private static final String NAME = "Understudy test identity provider, development only";
    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    private final String entityId;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final SecureRandom random;

    private SamlIdentityProvider(
            String entityId, PrivateKey key, X509Certificate certificate, SecureRandom random) {
        this.entityId = entityId;
        this.key = key;
        this.certificate = certificate;
        this.random = random;
    }

    /** A provider of this entity id, with a new RSA key of 2,048 bits. */
    public static SamlIdentityProvider create(String entityId) {
        return create(entityId, "RSA", 2_048);
    }

    /**
     * A provider with another key.
     *
     * @param keyType {@code RSA} or {@code EC}
     * @param bits of an RSA key, or of the field of a curve
     */
    public static SamlIdentityProvider create(String entityId, String keyType, int bits) {
        SecureRandom random = new SecureRandom();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType);
            generator.initialize(bits, random);
            KeyPair pair = generator.generateKeyPair();
            return new SamlIdentityProvider(
                    entityId, pair.getPrivate(), CertificateMaker.of(pair, NAME), random);
        } catch (GeneralSecurityException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    /**
     * A provider with the RSA key in this file, which is its owner's alone, and made if it is not
     * there: several processes with one file are one provider.
     *
     * @throws UncheckedIOException if the file cannot be used
     * @throws IllegalArgumentException if it does not hold a provider's key
     */
    public static SamlIdentityProvider in(String entityId, Path file) {
        if (!Files.exists(file)) {
            SamlIdentityProvider made = create(entityId);
            SecretFile.write(
                    file,
                    Pem.text("PRIVATE KEY", made.key.getEncoded())
                            + CertificateMaker.pem(made.certificate));
        }
        try {
            String text = Files.readString(file);
            return new SamlIdentityProvider(
                    entityId,
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Pem.bytes("PRIVATE KEY", text))),
                    CertificateMaker.read(Pem.bytes("CERTIFICATE", text)),
                    new SecureRandom());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            // Without its cause, which may quote the key.
            throw new IllegalArgumentException(file + " does not hold a provider's key");
        }
    }

    /** What its assertions name as their issuer. */
    public String entityId() {
        return entityId;
    }

    /** The certificate in its metadata. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Its metadata, which never ends. */
    public String metadata() {
        return metadata(null);
    }

    /** Its metadata, good until then; null for ever. People sign in at its entity id. */
    public String metadata(@Nullable Instant validUntil) {
        return metadata(validUntil, entityId);
    }

    /** Its metadata, good until then, null for ever, of a provider where people sign in there. */
    public String metadata(@Nullable Instant validUntil, String signInUrl) {
        Document document = Xml.document();
        Element entity = Xml.add(document, METADATA, "md:EntityDescriptor", "entityID", entityId);
        if (validUntil != null) {
            entity.setAttributeNS(null, "validUntil", validUntil.toString());
        }
        Element role =
                Xml.add(
                        entity,
                        METADATA,
                        "md:IDPSSODescriptor",
                        "protocolSupportEnumeration",
                        Xml.PROTOCOL);
        Element key = Xml.add(role, METADATA, "md:KeyDescriptor", "use", "signing");
        Element info = Xml.add(key, Xml.SIGNATURE, "ds:KeyInfo");
        Element data = Xml.add(info, Xml.SIGNATURE, "ds:X509Data");
        Xml.addText(data, Xml.SIGNATURE, "ds:X509Certificate", encoded());
        Xml.add(
                role,
                METADATA,
                "md:SingleSignOnService",
                "Binding",
                REDIRECT,
                "Location",
                signInUrl);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Xml.write(document);
    }

    private String encoded() {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A good response to this login: base64, as the parameter SAMLAssertion takes it. */
    public String respond(SamlLogin login) {
        return base64(xml(login));
    }

    /** A response with this fault: base64. */
    public String respond(SamlLogin login, SamlFault fault) {
        return base64(xml(login, fault));
    }

    /** The document of a good response. */
    public String xml(SamlLogin login) {
        Document document = Response.of(login, entityId, login.at.plus(login.validity), random);
        sign(document, login);
        return Xml.write(document);
    }

    /** The document of a response with this fault. */
    public String xml(SamlLogin login, SamlFault fault) {
        return new Faults(this, login).xml(fault);
    }

    /** A document, which somebody may have changed, as a parameter. */
    public static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** What signs by its key. */
    Signing signing(String algorithm) {
        return new Signing(key, certificate, algorithm);
    }

    SecureRandom random() {
        return random;
    }

    /** Signs and encrypts as the login says: the assertion first, as it is part of the response. */
    void sign(Document document, SamlLogin login) {
        Element assertion = Xml.first(document, Xml.ASSERTION, "Assertion");
        Signing signing = signing(login.algorithm);
        if (login.signed != Signed.RESPONSE) {
            signing.sign(assertion);
        }
        if (login.encryptFor != null) {
            Encrypting.replace(assertion, login.encryptFor, random);
        }
        if (login.signed != Signed.ASSERTION) {
            signing.sign(document.getDocumentElement());
        }
    }
}
