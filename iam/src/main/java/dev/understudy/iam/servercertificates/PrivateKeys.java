package dev.understudy.iam.servercertificates;

import dev.understudy.iam.errors.MalformedCertificate;
import dev.understudy.operation.AwsError;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads private keys from PEM: PKCS#8, PKCS#1 (RSA) and SEC 1 (EC), not encrypted. */
final class PrivateKeys {
    private static final int MOST_RSA_BITS = 8_192;
    private static final byte[] CHALLENGE = "understudy".getBytes(StandardCharsets.US_ASCII);

    private PrivateKeys() {}

    /** The private key in this text, or MalformedCertificate. */
    static PrivateKey parse(String pem) {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object != null && object.getType().equals("EC PARAMETERS")) {
                object = reader.readPemObject();
            }
            if (object == null || !object.getHeaders().isEmpty()) {
                throw MalformedCertificate.privateKey();
            }
            PrivateKeyInfo info = info(object);
            return factory(info).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (AwsError refused) {
            throw refused;
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The reader of ASN.1 meets hostile bytes with several kinds of runtime exception.
            throw MalformedCertificate.privateKey();
        }
    }

    private static PrivateKeyInfo info(PemObject object) throws IOException {
        byte[] der = object.getContent();
        return switch (object.getType()) {
            case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(der);
            case "RSA PRIVATE KEY" ->
                    new PrivateKeyInfo(
                            new AlgorithmIdentifier(
                                    PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            RSAPrivateKey.getInstance(der));
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(der);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                        key);
            }
            default -> throw MalformedCertificate.privateKey();
        };
    }

    private static KeyFactory factory(PrivateKeyInfo info) throws GeneralSecurityException {
        boolean rsa =
                info.getPrivateKeyAlgorithm()
                        .getAlgorithm()
                        .equals(PKCSObjectIdentifiers.rsaEncryption);
        return KeyFactory.getInstance(rsa ? "RSA" : "EC");
    }

    /** Whether what the private key signs, the public key verifies. */
    static boolean match(PrivateKey privateKey, PublicKey publicKey) {
        if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return false;
        }
        if (privateKey instanceof RSAKey rsa && rsa.getModulus().bitLength() > MOST_RSA_BITS) {
            throw MalformedCertificate.privateKey();
        }
        try {
            Signature signature =
                    Signature.getInstance(
                            privateKey instanceof RSAKey ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(CHALLENGE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(CHALLENGE);
            return signature.verify(signed);
        } catch (GeneralSecurityException doNotFit) {
            return false;
        }
    }
}
