package dev.understudy.idp.keys;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** A certificate in the making, of an RSA key or of an elliptic curve, signed over SHA-256. */
public final class CertificateMaker {
    /** Good at any time a test may play at: TLS asks the machine's clock, tokens the provider's. */
    private static final Date START = Date.from(Instant.parse("2020-01-01T00:00:00Z"));

    private static final Date END = Date.from(Instant.parse("2120-01-01T00:00:00Z"));
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private static final AlgorithmIdentifier ELLIPTIC =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final int SERIAL_BITS = 120;

    private final String subject;
    private final PublicKey key;
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    /** Of this key, whose holder has this common name. */
    public CertificateMaker(String subject, PublicKey key) {
        this.subject = subject;
        this.key = key;
    }

    /** With a critical extension. */
    public void add(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            extensions.addExtension(id, true, value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A certificate that signs itself. */
    public static X509Certificate of(KeyPair pair, String name) {
        return new CertificateMaker(name, pair.getPublic()).signed(name, pair.getPrivate());
    }

    /** The certificate, signed by this issuer, whose common name this is. */
    public X509Certificate signed(String issuer, PrivateKey issuerKey) {
        boolean rsa = issuerKey.getAlgorithm().equals("RSA");
        AlgorithmIdentifier algorithm = rsa ? RSA : ELLIPTIC;
        V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, new SecureRandom())));
        body.setSignature(algorithm);
        body.setIssuer(new X500NameBuilder().addRDN(BCStyle.CN, issuer).build());
        body.setSubject(new X500NameBuilder().addRDN(BCStyle.CN, subject).build());
        body.setStartDate(new Time(START));
        body.setEndDate(new Time(END));
        body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        if (!extensions.isEmpty()) {
            body.setExtensions(extensions.generate());
        }
        try {
            var toBeSigned = body.generateTBSCertificate();
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(issuerKey);
            signature.update(toBeSigned.getEncoded(ASN1Encoding.DER));
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(toBeSigned);
            parts.add(algorithm);
            parts.add(new DERBitString(signature.sign()));
            return read(new DERSequence(parts).getEncoded(ASN1Encoding.DER));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A certificate, in DER or PEM.
     *
     * @throws GeneralSecurityException if it is none
     */
    public static X509Certificate read(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(bytes));
    }

    /** A certificate as text. */
    public static String pem(X509Certificate certificate) {
        try {
            return Pem.text("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
