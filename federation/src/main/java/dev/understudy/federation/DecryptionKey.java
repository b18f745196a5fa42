package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The RSA private key in a PEM text, which opens what an identity provider encrypts for us: PKCS #8
 * ({@code PRIVATE KEY}) or PKCS #1 ({@code RSA PRIVATE KEY}), not itself encrypted.
 */
public final class DecryptionKey {
    private static final String PKCS8 = "PRIVATE KEY";

    /** A key of 16,384 bits has less. */
    private static final int MOST_BYTES = 16_384;

    private static final String PKCS1 = "RSA PRIVATE KEY";

    /** Version 0 and the algorithm identifier of RSA, which PKCS #1 leaves out. */
    private static final byte[] RSA_HEAD = {
        2, 1, 0, 48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0
    };

    private DecryptionKey() {}

    /** The key; null if the text holds none. */
    public static @Nullable PrivateKey parse(String pem) {
        byte[] der = body(pem, PKCS8);
        byte[] inner = der == null ? body(pem, PKCS1) : null;
        if (inner != null && inner.length <= MOST_BYTES) {
            der = wrapped(inner);
            Arrays.fill(inner, (byte) 0);
        }
        if (der == null) {
            return null;
        }
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException noKey) {
            return null;
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static byte @Nullable [] body(String pem, String label) {
        String text = pem.strip();
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        if (text.length() < begin.length() + end.length()
                || !text.startsWith(begin)
                || !text.endsWith(end)) {
            return null;
        }
        String base64 =
                text.substring(begin.length(), text.length() - end.length()).replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] octets = tagged(4, pkcs1);
        byte[] sequence = Arrays.copyOf(RSA_HEAD, RSA_HEAD.length + octets.length);
        System.arraycopy(octets, 0, sequence, RSA_HEAD.length, octets.length);
        return tagged(48, sequence);
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        int length = content.length;
        if (length < 128) {
            out.write(length);
        } else {
            out.write(130);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
