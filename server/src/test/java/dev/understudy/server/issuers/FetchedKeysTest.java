package dev.understudy.server.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.understudy.federation.KeySource.Keys;
import dev.understudy.federation.KeySource.Wanted;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys fetched from real issuers over TLS: good ones, and ones that mean harm. */
class FetchedKeysTest {
    private static final AddressRules LOOPBACK = AddressRules.allowing("127.0.0.0/8,::1/128");
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @TempDir static Path folder;
    private static TestCertificates certificates;
    private static String keySet;
    private static String rotated;

    private final Instant start = Instant.parse("2026-01-15T12:00:00Z");
    private TestIssuer issuer;
    private FetchedKeys source;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
        keySet = new JWKSet(new RSAKeyGenerator(2048).keyID("a").generate()).toString();
        rotated = new JWKSet(new RSAKeyGenerator(2048).keyID("b").generate()).toString();
    }

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        issuer = new TestIssuer(certificates).giving(keySet);
        source = source(LOOPBACK, LONG);
    }

    @AfterEach
    void close() throws IOException {
        source.close();
        issuer.close();
    }

    private static FetchedKeys source(AddressRules rules, Duration limit)
            throws GeneralSecurityException, IOException {
        return new FetchedKeys(rules, Exchange.Resolver.platform(), certificates.trusting(), limit);
    }

    private Keys ask(String keyId, Duration later, String... thumbprints) {
        return source.keys(
                new Wanted(issuer.url(), keyId, List.of(thumbprints)), start.plus(later));
    }

    private Keys ask() {
        return ask("a", Duration.ZERO);
    }

    @Test
    void keysAreFetchedOnceAndRemembered() {
        assertThat(ask()).isInstanceOf(Keys.Known.class);
        assertThat(ask("a", Duration.ofMinutes(59))).isInstanceOf(Keys.Known.class);
        assertThat(issuer.asked()).containsExactly(DISCOVERY, "/keys");
        assertThat(ask("a", Duration.ofMinutes(60))).isInstanceOf(Keys.Known.class);
        assertThat(issuer.asked()).hasSize(4);
    }

    @Test
    void callersOfOneIssuerShareAFetch() throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        issuer.at(
                "/keys",
                out -> {
                    await(go);
                    TestIssuer.json(keySet).write(out);
                });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Keys>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(callers.submit(() -> ask()));
            }
            go.countDown();
            for (Future<Keys> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Keys.Known.class);
            }
        }
        assertThat(issuer.asked()).containsExactly(DISCOVERY, "/keys");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoeverWaitsForASilentIssuerKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (TestIssuer silent = new TestIssuer(certificates);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            silent.at(
                    DISCOVERY,
                    out -> {
                        reached.countDown();
                        await(never);
                    });
            Future<Keys> waiting =
                    callers.submit(
                            () -> source.keys(new Wanted(silent.url(), "a", List.of()), start));
            reached.await();
            assertThat(ask()).isInstanceOf(Keys.Known.class);
            assertThat(waiting.isDone()).isFalse();
            silent.close();
            assertThat(waiting.get()).isInstanceOf(Keys.Unreachable.class);
            never.countDown();
        }
    }

    @Test
    void anIssuerThatIsSilentOrDripsIsGivenUpInTime() throws Exception {
        try (FetchedKeys hasty = source(LOOPBACK, SHORT)) {
            CountDownLatch never = new CountDownLatch(1);
            issuer.at(DISCOVERY, out -> await(never));
            assertThat(hasty.keys(new Wanted(issuer.url(), "a", List.of()), start))
                    .isInstanceOf(Keys.Unreachable.class);
            never.countDown();
            issuer.at(
                    DISCOVERY,
                    out -> {
                        TestIssuer.text("HTTP/1.1 200 OK\r\n\r\n").write(out);
                        while (true) {
                            out.write(' ');
                            out.flush();
                            Thread.yield();
                        }
                    });
            assertThat(hasty.keys(new Wanted(issuer.url(), "a", List.of()), start.plusSeconds(10)))
                    .isNotInstanceOf(Keys.Known.class);
        }
    }

    @Test
    void aKeyIdThatNobodyKnowsCausesOneFetchAMinute() {
        ask();
        issuer.at("/keys", TestIssuer.json(rotated));
        for (int i = 0; i < 100; i++) {
            assertThat(((Keys.Known) ask("b", Duration.ofSeconds(59))).keys().has("b")).isFalse();
        }
        assertThat(issuer.asked()).hasSize(2);
        assertThat(((Keys.Known) ask("b", Duration.ofSeconds(60))).keys().has("b")).isTrue();
        for (int i = 0; i < 100; i++) {
            ask("no such key " + i, Duration.ofSeconds(119));
        }
        assertThat(issuer.asked()).hasSize(4);
    }

    @Test
    void keysServeSixHoursThroughAnOutageAndNoLonger() {
        ask();
        issuer.at(DISCOVERY, TestIssuer.text("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        assertThat(ask("a", Duration.ofMinutes(359))).isInstanceOf(Keys.Known.class);
        assertThat(ask("a", Duration.ofMinutes(360))).isInstanceOf(Keys.Unreachable.class);
        issuer.giving(rotated);
        assertThat(((Keys.Known) ask("b", Duration.ofMinutes(362))).keys().has("a")).isFalse();
    }

    @Test
    void keysDoNotServeOnceTheIssuerIsSomebodyElse() throws Exception {
        ask();
        issuer.at(DISCOVERY, TestIssuer.json("{\"issuer\":\"https://other.example\"}"));
        assertThat(ask("a", Duration.ofMinutes(61))).isInstanceOf(Keys.Unusable.class);
    }

    @Test
    void aFailureIsRememberedTenSeconds() {
        issuer.at(DISCOVERY, TestIssuer.text("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        assertThat(ask()).isInstanceOf(Keys.Unreachable.class);
        issuer.giving(keySet);
        assertThat(ask("a", Duration.ofSeconds(9))).isInstanceOf(Keys.Unreachable.class);
        assertThat(issuer.asked()).hasSize(1);
        assertThat(ask("a", Duration.ofSeconds(10))).isInstanceOf(Keys.Known.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 302 Found\r\nLocation: https://localhost/\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{{{",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u00ff",
                "SSH-2.0-OpenSSH\r\n"
            })
    void answersThatAreNoUse(String answer) {
        issuer.at("/keys", TestIssuer.text(answer));
        assertThat(ask()).isInstanceOf(Keys.Unusable.class);
    }

    @Test
    void anAnswerWithoutEndIsCutAtOneMegabyte() {
        issuer.at(
                "/keys",
                out -> {
                    TestIssuer.text("HTTP/1.1 200 OK\r\n\r\n").write(out);
                    byte[] much = new byte[64 * 1024];
                    while (true) {
                        out.write(much);
                    }
                });
        assertThat(ask()).isInstanceOf(Keys.Unusable.class);
    }

    @Test
    void chunksAreRead() {
        String half = keySet.substring(0, 10);
        String rest = keySet.substring(10);
        issuer.at(
                "/keys",
                TestIssuer.text(
                        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na;x=y\r\n"
                                + half
                                + "\r\n"
                                + Integer.toHexString(rest.length())
                                + "\r\n"
                                + rest
                                + "\r\n0\r\n\r\n"));
        assertThat(((Keys.Known) ask()).keys().has("a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/keys",
                "https://user@localhost/keys",
                "file:///etc/passwd",
                "https://[fe80::1]/keys",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/keys",
                "//localhost/keys"
            })
    void keySetsAtPlacesThatNobodyMayAsk(String place) {
        issuer.at(
                DISCOVERY,
                TestIssuer.json(
                        "{\"issuer\":\"" + issuer.url() + "\",\"jwks_uri\":\"" + place + "\"}"));
        assertThat(ask()).isInstanceOf(Keys.Unusable.class);
    }

    @Test
    void loopbackIsRefusedUnlessConfigurationAllowsIt() throws Exception {
        try (FetchedKeys strict = source(AddressRules.PUBLIC, LONG)) {
            assertThat(strict.keys(new Wanted(issuer.url(), "a", List.of()), start))
                    .isInstanceOf(Keys.Unusable.class);
        }
        assertThat(issuer.asked()).isEmpty();
    }

    @Test
    void anIssuerWithoutAPortIsWhereConfigurationSaysThatItsHostIs() throws Exception {
        String named = "https://localhost";
        String place = "localhost=127.0.0.1:" + URI.create(issuer.url()).getPort();
        issuer.at(
                DISCOVERY,
                TestIssuer.json(
                        "{\"issuer\":\"" + named + "\",\"jwks_uri\":\"" + named + "/keys\"}"));
        try (FetchedKeys told = source(AddressRules.PUBLIC.withPlaces(place), LONG)) {
            assertThat(told.keys(new Wanted(named, "a", List.of()), start))
                    .isInstanceOf(Keys.Known.class);
            assertThat(issuer.asked()).containsExactly(DISCOVERY, "/keys");
            assertThat(told.keys(new Wanted(issuer.url(), "a", List.of()), start))
                    .as("a port of its own is looked up, and then private")
                    .isInstanceOf(Keys.Unusable.class);
        }
        try (FetchedKeys stranger = FetchedKeys.by(AddressRules.PUBLIC.withPlaces(place))) {
            assertThat(stranger.keys(new Wanted(named, "a", List.of()), start))
                    .as("a place vouches for nobody")
                    .isInstanceOf(Keys.Untrusted.class);
        }
    }

    @Test
    void aNameThatLeadsElsewhereAMomentLaterGainsNothing() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Exchange.Resolver flipping =
                host ->
                        List.of(
                                InetAddress.ofLiteral(
                                        looks.getAndIncrement() == 0
                                                ? "127.0.0.1"
                                                : "169.254.169.254"));
        try (FetchedKeys rebound =
                new FetchedKeys(LOOPBACK, flipping, certificates.trusting(), LONG)) {
            assertThat(rebound.keys(new Wanted(issuer.url(), "a", List.of()), start))
                    .isInstanceOf(Keys.Unusable.class);
        }
        assertThat(looks).hasValue(2);
        assertThat(issuer.asked()).containsExactly(DISCOVERY);
    }

    @Test
    void aThumbprintOfTheChainVouchesWhereThePlatformDoesNot() throws Exception {
        source.close();
        source = FetchedKeys.by(LOOPBACK);
        assertThat(ask()).isInstanceOf(Keys.Untrusted.class);
        assertThat(ask("a", Duration.ZERO, "0".repeat(40))).isInstanceOf(Keys.Untrusted.class);
        assertThat(issuer.asked()).as("nothing was asked of a stranger").isEmpty();
        assertThat(ask("a", Duration.ZERO, certificates.thumbprint("authority")))
                .isInstanceOf(Keys.Known.class);
        assertThat(ask("a", Duration.ZERO, certificates.thumbprint("server").toUpperCase()))
                .isInstanceOf(Keys.Known.class);
        assertThat(ask()).as("what vouches for one provider").isInstanceOf(Keys.Untrusted.class);
    }

    @Test
    void aCertificateForAnotherHostIsNone() throws Exception {
        String url = issuer.url().replace("localhost", "127.0.0.1");
        String authority = certificates.thumbprint("authority");
        assertThat(source.keys(new Wanted(url, "a", List.of(authority)), start))
                .isInstanceOf(Keys.Untrusted.class);
    }

    @Test
    void anExpiredCertificateIsNoneEvenWhereItsThumbprintIsListed(@TempDir Path own)
            throws Exception {
        TestCertificates expired =
                new TestCertificates(own, "-startdate", "-10d", "-validity", "1");
        try (TestIssuer late = new TestIssuer(expired)) {
            late.giving(keySet);
            for (String alias : List.of("server", "authority")) {
                Wanted wanted = new Wanted(late.url(), "a", List.of(expired.thumbprint(alias)));
                assertThat(source.keys(wanted, start)).isInstanceOf(Keys.Untrusted.class);
            }
            assertThat(late.asked()).isEmpty();
        }
    }
}
