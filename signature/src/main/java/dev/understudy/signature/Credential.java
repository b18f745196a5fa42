package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Reads {@code keyid/date/region/service/aws4_request}. */
final class Credential {
    private static final int PARTS = 5;
    private static final int LEAST = 16;
    private static final int MOST = 128;

    private Credential() {}

    static Reading presented(
            String credential,
            String signedHeaders,
            String signature,
            String timestamp,
            Instant time,
            @Nullable String token,
            boolean presigned) {
        String[] parts = credential.split("/", -1);
        if (parts.length != PARTS) {
            return SignatureReader.refused(
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/term, got '"
                            + credential
                            + "'");
        }
        if (!isAccessKeyId(parts[0])) {
            return new Reading.Refused(SignatureFault.invalidToken());
        }
        if (!parts[4].equals(CredentialScope.TERMINATOR)) {
            return new Reading.Refused(
                    SignatureFault.doesNotMatch(
                            "Credential should be scoped with a valid terminator: 'aws4_request',"
                                    + " not '"
                                    + parts[4]
                                    + "'. "));
        }
        return new Reading.Presented(
                new PresentedSignature(
                        parts[0],
                        new CredentialScope(parts[1], parts[2], parts[3]),
                        signedHeaders,
                        signature,
                        timestamp,
                        time,
                        token,
                        presigned));
    }

    /** Nothing else reaches a look-up. */
    private static boolean isAccessKeyId(String text) {
        if (text.length() < LEAST || text.length() > MOST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
