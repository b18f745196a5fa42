package dev.understudy.server.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.OAuthProvider;
import dev.understudy.federation.ThumbprintSource.Seen;
import dev.understudy.federation.TokenEndpoint.Reply;
import dev.understudy.server.issuers.OAuthEndpoints.FacebookApp;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Providers that are asked over TLS: how, and what becomes of their answers. */
class AskedProvidersTest {
    private static final AddressRules LOOPBACK = AddressRules.allowing("127.0.0.0/8,::1/128");
    private static final Duration LONG = Duration.ofHours(1);
    private static final FacebookApp APP = new FacebookApp("1384", "hush&hush");
    private static final String AMAZON = "/auth/o2/tokeninfo?access_token=Atza%7Csecret%26x%3D1";
    private static final String FACEBOOK =
            "/debug_token?input_token=EAABsecret&access_token=1384%7Chush%26hush";

    @TempDir static Path folder;
    private static TestCertificates certificates;
    private TestIssuer provider;
    private AskedProviders asked;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
    }

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        provider = new TestIssuer(certificates);
        asked = asking(LOOPBACK, LONG, APP);
    }

    @AfterEach
    void close() throws IOException {
        asked.close();
        provider.close();
    }

    private AskedProviders asking(AddressRules rules, Duration limit, FacebookApp app)
            throws GeneralSecurityException, IOException {
        return new AskedProviders(
                new Exchanges(rules, Exchange.Resolver.platform(), certificates.trusting(), limit),
                new OAuthEndpoints(provider.url(), provider.url(), app));
    }

    private Reply amazon() {
        return asked.ask(OAuthProvider.AMAZON, "Atza|secret&x=1");
    }

    @Test
    void eachIsAskedAtItsOwnPlaceWithTheTokenEncoded() {
        provider.at(AMAZON, TestIssuer.json("{\"a\":1}"));
        provider.at(FACEBOOK, TestIssuer.json("{\"b\":2}"));
        assertThat(amazon()).isEqualTo(new Reply.Answered("{\"a\":1}"));
        assertThat(asked.ask(OAuthProvider.FACEBOOK, "EAABsecret"))
                .isEqualTo(new Reply.Answered("{\"b\":2}"));
        assertThat(provider.asked()).containsExactly(AMAZON, FACEBOOK);
    }

    @Test
    void withoutAnApplicationFacebookIsNotAsked() throws Exception {
        try (AskedProviders nameless = asking(LOOPBACK, LONG, null)) {
            assertThat(nameless.ask(OAuthProvider.FACEBOOK, "EAAB"))
                    .isInstanceOf(Reply.Unconfigured.class);
        }
        assertThat(provider.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400 Bad Request, Refused",
        "401 Unauthorized, Refused",
        "404 Not Found, Refused",
        "429 Too Many Requests, Unreachable",
        "500 Internal Server Error, Unreachable",
        "503 Service Unavailable, Unreachable",
        "302 Found, Unreachable",
        "204 No Content, Unreachable"
    })
    void statuses(String status, String reply) {
        provider.at(
                AMAZON,
                TestIssuer.text(
                        "HTTP/1.1 "
                                + status
                                + "\r\nLocation: https://localhost/elsewhere\r\n"
                                + "Content-Length: 0\r\n\r\n"));
        assertThat(amazon().getClass().getSimpleName()).isEqualTo(reply);
        assertThat(provider.asked()).containsExactly(AMAZON);
    }

    @Test
    void whoeverCannotBeReachedOrIsNotTrustedLearnsNothing() throws Exception {
        try (AskedProviders strict = asking(AddressRules.PUBLIC, LONG, APP);
                AskedProviders untrusting =
                        AskedProviders.by(
                                LOOPBACK,
                                new OAuthEndpoints(provider.url(), provider.url(), APP))) {
            assertThat(strict.ask(OAuthProvider.AMAZON, "x")).isEqualTo(new Reply.Unreachable());
            assertThat(untrusting.ask(OAuthProvider.AMAZON, "x"))
                    .isEqualTo(new Reply.Unreachable());
        }
        assertThat(provider.asked()).isEmpty();
        provider.close();
        assertThat(amazon()).isEqualTo(new Reply.Unreachable());
    }

    @Test
    void oneThatStaysSilentIsWaitedForNoLongerThanTheLimit() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        provider.at(
                AMAZON,
                out -> {
                    try {
                        never.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                });
        try (AskedProviders hasty = asking(LOOPBACK, Duration.ofMillis(300), APP)) {
            assertThat(hasty.ask(OAuthProvider.AMAZON, "Atza|secret&x=1"))
                    .isEqualTo(new Reply.Unreachable());
        } finally {
            never.countDown();
        }
    }

    @Test
    void neitherTokensNorSecretsAreLoggedOrShown() throws Exception {
        List<String> log = new ArrayList<>();
        Handler keep =
                new Handler() {
                    @Override
                    public void publish(LogRecord event) {
                        log.add(event.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger logger = Logger.getLogger(AskedProviders.class.getName());
        logger.addHandler(keep);
        try {
            provider.at(AMAZON, TestIssuer.text("HTTP/1.1 500 secret\r\n\r\n"));
            provider.at(FACEBOOK, TestIssuer.text("nonsense secret\r\n\r\n"));
            amazon();
            asked.ask(OAuthProvider.FACEBOOK, "EAABsecret");
            provider.close();
            amazon();
        } finally {
            logger.removeHandler(keep);
        }
        assertThat(log).hasSize(3);
        assertThat(log.toString()).doesNotContain("secret", "hush");
        assertThat(new OAuthEndpoints("a", "b", APP).toString()).doesNotContain("hush");
        assertThat(new Reply.Answered("secret").toString()).doesNotContain("secret");
    }

    @Test
    void theThumbprintIsThatOfTheLastCertificateOfATrustedServer() throws Exception {
        assertThat(asked.look(provider.url()))
                .isEqualTo(new Seen.Thumbprint(certificates.thumbprint("authority")));
        assertThat(asked.look("https://localhost:1/")).isEqualTo(new Seen.Unreachable());
        assertThat(asked.look("http://localhost/")).isEqualTo(new Seen.Unreachable());
        try (AskedProviders strict = asking(AddressRules.PUBLIC, LONG, APP);
                AskedProviders untrusting = AskedProviders.by(LOOPBACK, OAuthEndpoints.REAL)) {
            assertThat(strict.look(provider.url())).isEqualTo(new Seen.Unreachable());
            assertThat(untrusting.look(provider.url())).isEqualTo(new Seen.Unreachable());
        }
    }
}
