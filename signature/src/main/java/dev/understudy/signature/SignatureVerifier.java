package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Verifies signatures: scope and time first, then that everything that counts was signed, then the
 * signature itself.
 */
public final class SignatureVerifier {
    private static final SigningKey NOBODYS =
            SigningKey.derive(
                    SecretAccessKey.of(new byte[40]),
                    new CredentialScope("19700101", "nowhere", "nothing"));

    private SignatureVerifier() {}

    /** Whether the holder of the key signed this message, for this service, now. */
    public static Verification verify(
            HttpMessage message,
            PresentedSignature signature,
            SigningKey key,
            Expected expected,
            Instant now) {
        SignatureFault fault = scopeFault(signature, expected);
        if (fault == null) {
            fault = timeFault(signature, expected, now);
        }
        if (fault == null) {
            fault = coverageFault(message, signature);
        }
        if (fault != null) {
            return fault;
        }
        byte[] payload = PayloadHash.of(message, expected);
        return payload != null && isSigned(message, signature, key, payload)
                ? Verification.Genuine.INSTANCE
                : SignatureFault.mismatch();
    }

    /**
     * The answer for an access key that does not exist. It takes the work of a verification, so
     * that its time does not tell which keys there are.
     */
    public static SignatureFault unknownKey(
            HttpMessage message, PresentedSignature signature, Expected expected, Instant now) {
        verify(message, signature, NOBODYS, expected, now);
        return SignatureFault.invalidToken();
    }

    /**
     * The canonical request that a signature of this message must cover: for explaining a mismatch
     * to its owner.
     */
    public static String canonicalRequest(
            HttpMessage message, PresentedSignature signature, Expected expected) {
        byte[] payload = PayloadHash.of(message, expected);
        Bytes canonical = canonical(message, signature, payload == null ? new byte[0] : payload);
        return new String(canonical.array(), 0, canonical.length(), StandardCharsets.UTF_8);
    }

    private static boolean isSigned(
            HttpMessage message, PresentedSignature signature, SigningKey key, byte[] payload) {
        Bytes canonical = canonical(message, signature, payload);
        Bytes toSign = Canonical.stringToSign(signature.timestamp(), signature.scope(), canonical);
        byte[] wanted = Crypto.hex(key.sign(toSign.array(), toSign.length()));
        return MessageDigest.isEqual(
                wanted, signature.signature().getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes canonical(
            HttpMessage message, PresentedSignature signature, byte[] payload) {
        return Canonical.request(
                message,
                signature.scope().service(),
                signature.signedHeaders(),
                signature.signedNames(),
                signature.presigned(),
                payload);
    }

    private static @Nullable SignatureFault scopeFault(
            PresentedSignature signature, Expected expected) {
        CredentialScope scope = signature.scope();
        String region =
                isRegion(scope, expected) ? "" : "Credential should be scoped to a valid region. ";
        String service =
                scope.service().equals(expected.service())
                        ? ""
                        : "Credential should be scoped to correct service: '"
                                + expected.service()
                                + "'. ";
        if (!region.isEmpty() || !service.isEmpty()) {
            return SignatureFault.doesNotMatch(region + service);
        }
        String date = signature.timestamp().substring(0, 8);
        return scope.date().equals(date)
                ? null
                : SignatureFault.doesNotMatch(
                        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of"
                                + " date from HTTP: '"
                                + scope.date()
                                + "' != '"
                                + date
                                + "', from '"
                                + signature.timestamp()
                                + "'.");
    }

    private static boolean isRegion(CredentialScope scope, Expected expected) {
        return !scope.region().isEmpty()
                && (expected.regions().isEmpty() || expected.regions().contains(scope.region()));
    }

    private static @Nullable SignatureFault timeFault(
            PresentedSignature signature, Expected expected, Instant now) {
        Instant earliest = now.minus(expected.past());
        Instant latest = now.plus(expected.future());
        Instant time = signature.requestTime();
        if (time.isBefore(earliest)) {
            return SignatureFault.doesNotMatch(
                    "Signature expired: "
                            + signature.timestamp()
                            + " is now earlier than "
                            + bound(earliest, now, " - ", expected.past()));
        }
        if (time.isAfter(latest)) {
            return SignatureFault.doesNotMatch(
                    "Signature not yet current: "
                            + signature.timestamp()
                            + " is still later than "
                            + bound(latest, now, " + ", expected.future()));
        }
        return null;
    }

    private static String bound(Instant bound, Instant now, String sign, Duration width) {
        return AmzDate.format(bound)
                + " ("
                + AmzDate.format(now)
                + sign
                + width.toMinutes()
                + " min.)";
    }

    /**
     * The host and all that AWS gives a meaning must be signed, or somebody on the way could have
     * put it in.
     */
    private static @Nullable SignatureFault coverageFault(
            HttpMessage message, PresentedSignature signature) {
        List<String> signed = signature.signedNames();
        for (int i = 0; i < signed.size(); i++) {
            boolean sorted = i == 0 || signed.get(i - 1).compareTo(signed.get(i)) < 0;
            if (!sorted || !isLowerCase(signed.get(i))) {
                return SignatureFault.mismatch();
            }
        }
        if (!signed.contains("host")) {
            return unsigned("'Host' or ':authority'");
        }
        for (int i = 0; i < message.headers().size(); i++) {
            String name = message.headers().get(i).name();
            if (name.regionMatches(true, 0, "x-amz-", 0, 6)
                    && !name.equalsIgnoreCase("x-amz-security-token")
                    && !signed.contains(name.toLowerCase(Locale.ROOT))) {
                return unsigned("'" + name.toLowerCase(Locale.ROOT) + "'");
            }
        }
        return null;
    }

    private static boolean isLowerCase(String name) {
        return !name.isEmpty() && name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static SignatureFault unsigned(String header) {
        return SignatureFault.doesNotMatch(
                header + " must be a 'SignedHeader' in the AWS Authorization.");
    }
}
