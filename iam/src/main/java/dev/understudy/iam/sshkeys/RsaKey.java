package dev.understudy.iam.sshkeys;

import dev.understudy.iam.errors.InvalidPublicKey;
import dev.understudy.iam.errors.UnrecognizedPublicKeyEncoding;
import dev.understudy.operation.AwsError;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An RSA public key, read from either encoding in which it may be uploaded and written in either.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6">RFC 4253, section 6.6</a>
 */
record RsaKey(RSAPublicKey key) {
    private static final String SSH_RSA = "ssh-rsa";
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";
    private static final int LEAST_BITS = 2_048;
    private static final int MOST_BITS = 16_384;
    private static final int PEM_LINE = 64;

    /** The key in this text, or the error that it holds none that can be used. */
    static RsaKey parse(String text) {
        RsaKey key = text.strip().startsWith("-----") ? ofPem(text.strip()) : ofSsh(text.strip());
        int bits = key.key().getModulus().bitLength();
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw InvalidPublicKey.because(
                    "The public key must have " + LEAST_BITS + " to " + MOST_BITS + " bits.");
        }
        return key;
    }

    private static RsaKey ofSsh(String text) {
        String[] words = text.split("\\s+", 3);
        if (words.length < 2 || !words[0].startsWith("ssh-") && !words[0].startsWith("ecdsa-")) {
            throw UnrecognizedPublicKeyEncoding.of();
        }
        if (!words[0].equals(SSH_RSA)) {
            throw InvalidPublicKey.because(
                    "Only RSA keys are supported, and not " + words[0] + ".");
        }
        try {
            byte[] blob = Base64.getDecoder().decode(words[1]);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(blob));
            String type = new String(part(in), StandardCharsets.US_ASCII);
            BigInteger exponent = new BigInteger(part(in));
            BigInteger modulus = new BigInteger(part(in));
            if (!type.equals(SSH_RSA) || in.read() >= 0) {
                throw malformed();
            }
            return new RsaKey(
                    (RSAPublicKey)
                            factory().generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw malformed();
        }
    }

    private static byte[] part(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length <= 0 || length > in.available()) {
            throw new IOException("a length beyond the end");
        }
        return in.readNBytes(length);
    }

    private static RsaKey ofPem(String text) {
        if (!text.startsWith(PEM_BEGIN) || !text.endsWith(PEM_END)) {
            throw UnrecognizedPublicKeyEncoding.of();
        }
        String base64 = text.substring(PEM_BEGIN.length(), text.length() - PEM_END.length());
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return new RsaKey((RSAPublicKey) factory().generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw malformed();
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }

    private static AwsError malformed() {
        return InvalidPublicKey.because("The public key is malformed.");
    }

    /** As in an authorized_keys file, without a comment. */
    String ssh() {
        return SSH_RSA + " " + Base64.getEncoder().encodeToString(blob());
    }

    /** As SubjectPublicKeyInfo in PEM. */
    String pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
        return PEM_BEGIN + "\n" + lines.encodeToString(key.getEncoded()) + "\n" + PEM_END;
    }

    /** MD5 of SSH's encoding, as AWS and older ssh-keygen print it. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(blob());
            return HexFormat.ofDelimiter(":").formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] blob() {
        byte[] type = SSH_RSA.getBytes(StandardCharsets.US_ASCII);
        byte[] exponent = key.getPublicExponent().toByteArray();
        byte[] modulus = key.getModulus().toByteArray();
        int parts = 3;
        return ByteBuffer.allocate(
                        parts * Integer.BYTES + type.length + exponent.length + modulus.length)
                .putInt(type.length)
                .put(type)
                .putInt(exponent.length)
                .put(exponent)
                .putInt(modulus.length)
                .put(modulus)
                .array();
    }
}
