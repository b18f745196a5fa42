package dev.understudy.server.signin;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.Sealed;
import dev.understudy.operation.WireRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.server.oidc.CodeRequest;
import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Keeps a sign-in that is under way in the browser that began it, sealed, so that the server keeps
 * nothing and nobody else can end it. A browser has one at a time: the last that it began.
 */
final class SignInCookie {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String PURPOSE = "oidc sign-in";
    private static final byte[] BINDING = {1};
    private static final int MOST_CHARACTERS = 4_096;
    private static final int PARTS = 7;

    private final Keyring keyring;
    private final String name;
    private final String attributes;

    /**
     * A cookie.
     *
     * @param secure whether browsers come by https; then the cookie is this host's alone
     */
    SignInCookie(Keyring keyring, boolean secure) {
        this.keyring = keyring;
        this.name = (secure ? "__Host-" : "") + "understudy-sign-in";
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    /**
     * A sign-in that is under way.
     *
     * @param account whose provider is asked
     */
    record Pending(AccountId account, String issuer, String clientId, CodeRequest request) {}

    HttpHeader set(Pending pending, Instant now) {
        String plain =
                String.join(
                        "\n",
                        Long.toString(now.plus(LIFETIME).getEpochSecond()),
                        pending.account().digits(),
                        pending.issuer(),
                        pending.clientId(),
                        pending.request().state(),
                        pending.request().nonce(),
                        pending.request().verifier());
        Sealed sealed = keyring.seal(PURPOSE, plain.getBytes(StandardCharsets.UTF_8), BINDING);
        String value =
                sealed.keyId()
                        + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.bytes());
        return header(value, LIFETIME.toSeconds());
    }

    /** Has the browser forget it. */
    HttpHeader clear() {
        return header("", 0);
    }

    private HttpHeader header(String value, long seconds) {
        return new HttpHeader(
                "Set-Cookie", name + "=" + value + "; Max-Age=" + seconds + attributes);
    }

    /** What the browser brings back; null if that is nothing, or is too old. */
    @Nullable Pending read(WireRequest request, Instant now) {
        String value = value(request);
        int dot = value == null ? -1 : value.lastIndexOf('.');
        if (value == null || dot < 0 || value.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            Sealed sealed =
                    new Sealed(
                            value.substring(0, dot),
                            Base64.getUrlDecoder().decode(value.substring(dot + 1)));
            byte[] plain = keyring.open(PURPOSE, sealed, BINDING);
            String[] part = new String(plain, StandardCharsets.UTF_8).split("\n", -1);
            return part.length == PARTS && now.getEpochSecond() < Long.parseLong(part[0])
                    ? new Pending(
                            AccountId.of(part[1]),
                            part[2],
                            part[3],
                            new CodeRequest(part[4], part[5], part[6]))
                    : null;
        } catch (SealBroken | IllegalArgumentException forged) {
            return null;
        }
    }

    /** The one of this name; null if there is none, or more than one. */
    private @Nullable String value(WireRequest request) {
        String found = null;
        for (HttpHeader header : request.headers()) {
            if (!header.name().equalsIgnoreCase("Cookie")) {
                continue;
            }
            for (String pair : header.value().split(";")) {
                String cookie = pair.strip();
                if (cookie.startsWith(name + "=")) {
                    if (found != null) {
                        return null;
                    }
                    found = cookie.substring(name.length() + 1);
                }
            }
        }
        return found;
    }
}
