package dev.understudy.idp;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** A certificate in the making, signed by an elliptic curve. */
final class CertificateMaker {
    /** Good at any time a test may play at: TLS asks the machine's clock, tokens the provider's. */
    private static final Date START = Date.from(Instant.parse("2020-01-01T00:00:00Z"));

    private static final Date END = Date.from(Instant.parse("2120-01-01T00:00:00Z"));
    private static final int SERIAL_BITS = 120;

    private final String subject;
    private final PublicKey key;
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    CertificateMaker(String subject, PublicKey key) {
        this.subject = subject;
        this.key = key;
    }

    /** With a critical extension. */
    void add(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            extensions.addExtension(id, true, value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    X509Certificate signed(String issuer, PrivateKey issuerKey) {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, new SecureRandom())));
        body.setSignature(algorithm);
        body.setIssuer(new X500NameBuilder().addRDN(BCStyle.CN, issuer).build());
        body.setSubject(new X500NameBuilder().addRDN(BCStyle.CN, subject).build());
        body.setStartDate(new Time(START));
        body.setEndDate(new Time(END));
        body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        body.setExtensions(extensions.generate());
        try {
            var toBeSigned = body.generateTBSCertificate();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(issuerKey);
            signature.update(toBeSigned.getEncoded(ASN1Encoding.DER));
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(toBeSigned);
            parts.add(algorithm);
            parts.add(new DERBitString(signature.sign()));
            return Authority.certificate(new DERSequence(parts).getEncoded(ASN1Encoding.DER));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
