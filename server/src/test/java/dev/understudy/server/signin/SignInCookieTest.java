package dev.understudy.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Keyring;
import dev.understudy.operation.WireRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.server.oidc.CodeRequest;
import dev.understudy.signature.HttpHeader;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** The cookie where browsers come by https. */
class SignInCookieTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final SignInCookie.Pending PENDING =
            new SignInCookie.Pending(
                    AccountId.of("111122223333"),
                    "https://id.example.org",
                    "web",
                    new CodeRequest("state", "nonce", "verifier"));

    private static WireRequest with(String cookie) {
        return new WireRequest(
                "GET",
                "/oidc/callback",
                "",
                List.of(new HttpHeader("Cookie", cookie)),
                new byte[0],
                "192.0.2.1",
                true);
    }

    private static SignInCookie cookie(Keyring keyring) {
        return new SignInCookie(keyring, true);
    }

    @Test
    void isThisHostsAloneAndNoScriptSeesIt() {
        Keyring keyring = Keyring.inMemory(new SecureRandom());
        String set = cookie(keyring).set(PENDING, NOW).value();
        assertThat(set)
                .startsWith("__Host-understudy-sign-in=")
                .endsWith("; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure")
                .doesNotContain("state", "nonce", "verifier");
        WireRequest back = with("a=b; " + set.substring(0, set.indexOf(';')));
        assertThat(cookie(keyring).read(back, NOW.plusSeconds(599))).isEqualTo(PENDING);
        assertThat(cookie(keyring).read(back, NOW.plusSeconds(600))).isNull();
        assertThat(cookie(keyring).clear().value())
                .isEqualTo(
                        "__Host-understudy-sign-in=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax;"
                                + " Secure");
    }

    @Test
    void isOpenedByTheServerThatSealedItOnly() {
        String set = cookie(Keyring.inMemory(new SecureRandom())).set(PENDING, NOW).value();
        WireRequest back = with(set.substring(0, set.indexOf(';')));
        assertThat(cookie(Keyring.inMemory(new SecureRandom())).read(back, NOW)).isNull();
        WireRequest plain = with(set.substring("__Host-".length(), set.indexOf(';')));
        assertThat(cookie(Keyring.inMemory(new SecureRandom())).read(plain, NOW)).isNull();
    }
}
