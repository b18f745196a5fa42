package dev.understudy.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The private key of an issuer, which signs tokens that others verify. */
public final class IssuerKey {
    private final Algorithm algorithm;
    private final PrivateKey key;

    private IssuerKey(Algorithm algorithm, PrivateKey key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /** The algorithms that AWS signs tokens by; the names are those of JWS. */
    public enum Algorithm {
        /** RSASSA-PKCS1-v1_5 with SHA-256, and 2048 bits. */
        RS256("RSA", "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
        /** ECDSA with SHA-384 on P-384. */
        ES384("EC", "EC384", new ECGenParameterSpec("secp384r1"));

        private final String type;
        private final String label;
        private final AlgorithmParameterSpec parameters;

        Algorithm(String type, String label, AlgorithmParameterSpec parameters) {
            this.type = type;
            this.label = label;
            this.parameters = parameters;
        }

        /** What ids of its keys begin with. */
        public String label() {
            return label;
        }
    }

    /**
     * A key and its public part.
     *
     * @param key the private one
     */
    public record Pair(IssuerKey key, Algorithm algorithm, PublicKey publicKey) {
        /** The public part as JWK, in JSON, under this id. */
        public String jwk(String keyId) {
            JWSAlgorithm signedBy = JWSAlgorithm.parse(algorithm.name());
            JWK jwk =
                    publicKey instanceof RSAPublicKey rsa
                            ? new RSAKey.Builder(rsa)
                                    .keyID(keyId)
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(signedBy)
                                    .build()
                            : new ECKey.Builder(Curve.P_384, (ECPublicKey) publicKey)
                                    .keyID(keyId)
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(signedBy)
                                    .build();
            return jwk.toJSONString();
        }
    }

    /** A new key. Slow: an RSA key takes a tenth of a second or more. */
    public static Pair make(Algorithm algorithm, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.type);
            generator.initialize(algorithm.parameters, random);
            KeyPair pair = generator.generateKeyPair();
            return new Pair(
                    new IssuerKey(algorithm, pair.getPrivate()), algorithm, pair.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The key of this PKCS #8 form.
     *
     * @throws IllegalArgumentException if it is none of the algorithm
     */
    public static IssuerKey of(Algorithm algorithm, byte[] pkcs8) {
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm.type);
            return new IssuerKey(
                    algorithm, factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("no key for " + algorithm, noKey);
        }
    }

    /** The key in PKCS #8, which the caller wipes after use. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    /** A token with these claims, a JSON object, in the compact form. */
    public String sign(String keyId, String claims) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
                        .type(JOSEObjectType.JWT)
                        .keyID(keyId)
                        .build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(
                    key instanceof ECPrivateKey curve
                            ? new ECDSASigner(curve)
                            : new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    @Override
    public String toString() {
        return "IssuerKey[" + algorithm + "]";
    }
}
