package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Signs requests in their Authorization header, as a client does. */
public final class RequestSigner {
    /** Whatever is on the way may change these. */
    private static final Set<String> NEVER_SIGNED =
            Set.of(
                    "authorization",
                    "connection",
                    "content-length",
                    "expect",
                    "transfer-encoding",
                    "user-agent");

    private final String accessKeyId;
    private final SecretAccessKey secret;
    private final @Nullable String sessionToken;

    /** Signs with these credentials; the token is null for long-term ones. */
    public RequestSigner(
            String accessKeyId, SecretAccessKey secret, @Nullable String sessionToken) {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.sessionToken = sessionToken;
    }

    /** The headers to add to the message, which has its Host already. */
    public List<HttpHeader> sign(HttpMessage message, String region, String service, Instant now) {
        String timestamp = AmzDate.format(now);
        CredentialScope scope = new CredentialScope(timestamp.substring(0, 8), region, service);
        List<HttpHeader> added = new ArrayList<>();
        added.add(new HttpHeader("X-Amz-Date", timestamp));
        if (sessionToken != null) {
            added.add(new HttpHeader("X-Amz-Security-Token", sessionToken));
        }
        List<HttpHeader> all = new ArrayList<>(message.headers());
        all.addAll(added);
        List<String> names = signedHeaders(all);
        String signed = String.join(";", names);
        HttpMessage dated =
                new HttpMessage(
                        message.method(),
                        message.rawPath(),
                        message.rawQuery(),
                        all,
                        message.body());
        byte[] payload = payload(dated);
        Bytes canonical = Canonical.request(dated, service, signed, names, false, payload);
        Bytes toSign = Canonical.stringToSign(timestamp, scope, canonical);
        byte[] signature = SigningKey.derive(secret, scope).sign(toSign.array(), toSign.length());
        added.add(
                new HttpHeader(
                        "Authorization",
                        SignatureReader.ALGORITHM
                                + " Credential="
                                + accessKeyId
                                + "/"
                                + scope
                                + ", SignedHeaders="
                                + signed
                                + ", Signature="
                                + new String(Crypto.hex(signature), StandardCharsets.US_ASCII)));
        return added;
    }

    private static byte[] payload(HttpMessage message) {
        String stated = SignatureReader.header(message.headers(), "X-Amz-Content-SHA256");
        return stated == null
                ? Crypto.hex(Crypto.sha256(message.body(), message.body().length))
                : stated.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> signedHeaders(List<HttpHeader> headers) {
        Set<String> names = new TreeSet<>();
        for (HttpHeader header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!NEVER_SIGNED.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }
}
