package dev.understudy.idp;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A program that people sign in to by OpenID Connect.
 *
 * @param id its client id
 * @param secret what it proves itself by; null for one that can keep none, like a command
 * @param redirectUris where codes for it may be sent, letter by letter; at {@code 127.0.0.1} and
 *     {@code [::1]} the port may be another (RFC 8252, 7.3)
 */
public record OidcClient(String id, @Nullable String secret, List<String> redirectUris) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    public OidcClient {
        redirectUris = List.copyOf(redirectUris);
        if (id.isEmpty() || redirectUris.isEmpty()) {
            throw new IllegalArgumentException("a client needs an id and a redirect URI");
        }
        for (String uri : redirectUris) {
            URI parsed = URI.create(uri);
            if (parsed.getHost() == null || parsed.getRawFragment() != null) {
                throw new IllegalArgumentException(uri + " is no redirect URI");
            }
        }
    }

    /** One that can keep no secret. */
    public static OidcClient withoutSecret(String id, String... redirectUris) {
        return new OidcClient(id, null, List.of(redirectUris));
    }

    boolean mayReceiveAt(String wanted) {
        return redirectUris.contains(wanted)
                || redirectUris.stream()
                        .anyMatch(known -> isLoopback(known) && bare(known).equals(bare(wanted)));
    }

    private static boolean isLoopback(String uri) {
        URI parsed = URI.create(uri);
        return "http".equals(parsed.getScheme()) && LOOPBACK.contains(parsed.getHost());
    }

    /** Without the port of a host that is the first thing in it. */
    private static String bare(String uri) {
        return uri.replaceFirst("^(http://(?:127\\.0\\.0\\.1|\\[::1])):[0-9]{1,5}(?=[/?]|$)", "$1");
    }

    @Override
    public String toString() {
        return "OidcClient[" + id + "]";
    }
}
