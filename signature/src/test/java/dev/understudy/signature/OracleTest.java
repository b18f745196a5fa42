package dev.understudy.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What AWS's own signer signs must verify, and must not once any of it is changed. */
class OracleTest {
    private static final int REQUESTS = Integer.getInteger("understudy.requests", 20_000);
    private static final AwsCredentialsIdentity CREDENTIALS =
            AwsCredentialsIdentity.create(Requests.KEY, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    // No dots: where a path climbs above its root, signers differ; what AWS does with dots is in
    // the vectors.
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "B",
                    "7",
                    "-",
                    "_",
                    "~",
                    "%2F",
                    "%20",
                    "%2B",
                    "%E1%88%B4",
                    "%3D",
                    "%26",
                    "*",
                    "'",
                    "(",
                    "!");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    @Test
    void whatTheSdkSignsIsGenuine() {
        Random random = new Random(20_260_115);
        for (int i = 0; i < REQUESTS; i++) {
            boolean presigned = random.nextInt(4) == 0;
            HttpMessage message = sign(random, presigned);
            assertThat(Requests.fault(message, "sts", Requests.NOW))
                    .as("request %d: %s", i, message)
                    .isEmpty();
            HttpMessage changed = changed(message, random);
            assertThat(Requests.fault(changed, "sts", Requests.NOW))
                    .as("request %d: %s", i, changed)
                    .isNotEmpty();
        }
    }

    private HttpMessage sign(Random random, boolean presigned) {
        byte[] body = presigned ? new byte[0] : Requests.bytes("x".repeat(random.nextInt(300)));
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(presigned ? SdkHttpMethod.GET : SdkHttpMethod.POST)
                        .uri(URI.create("https://sts.amazonaws.com:8443" + path(random)))
                        .putHeader("X-Custom", " two  blanks " + random.nextInt())
                        .putHeader("Content-Type", "application/x-www-form-urlencoded");
        for (int i = random.nextInt(4); i > 0; i--) {
            request.appendRawQueryParameter("k" + random.nextInt(3), word(random));
        }
        SignedRequest signed =
                signer.sign(r -> {
                    r.identity(CREDENTIALS)
                            .request(request.build())
                            .payload(() -> new ByteArrayInputStream(body))
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                            .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sts")
                            .putProperty(
                                    HttpSigner.SIGNING_CLOCK,
                                    Clock.fixed(Requests.NOW, ZoneOffset.UTC));
                    if (presigned) {
                        r.putProperty(
                                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                                .putProperty(
                                        AwsV4FamilyHttpSigner.EXPIRATION_DURATION,
                                        Duration.ofMinutes(5));
                    }
                });
        List<HttpHeader> headers = new ArrayList<>();
        signed.request()
                .headers()
                .forEach((name, values) ->
                        values.forEach(v -> headers.add(new HttpHeader(name, v))));
        return new HttpMessage(
                signed.request().method().name(),
                signed.request().encodedPath(),
                signed.request().encodedQueryParameters().orElse(""),
                headers,
                body);
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append('/');
            for (int j = random.nextInt(4); j > 0; j--) {
                path.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append("aZ9 +/=&%\u1234~*".charAt(random.nextInt(12)));
        }
        return word.toString();
    }

    /** The same with one thing changed that the signature covers. */
    private static HttpMessage changed(HttpMessage m, Random random) {
        return switch (random.nextInt(5)) {
            case 0 ->
                    new HttpMessage(
                            m.method().equals("GET") ? "PUT" : "GET",
                            m.rawPath(),
                            m.rawQuery(),
                            m.headers(),
                            m.body());
            case 1 ->
                    new HttpMessage(
                            m.method(), m.rawPath() + "x", m.rawQuery(), m.headers(), m.body());
            case 2 ->
                    new HttpMessage(
                            m.method(),
                            m.rawPath(),
                            m.rawQuery().isEmpty() ? "z" : m.rawQuery() + "&z",
                            m.headers(),
                            m.body());
            case 3 ->
                    new HttpMessage(
                            m.method(),
                            m.rawPath(),
                            m.rawQuery(),
                            m.headers(),
                            Requests.bytes(new String(m.body(), StandardCharsets.UTF_8) + "y"));
            default ->
                    new HttpMessage(
                            m.method(),
                            m.rawPath(),
                            m.rawQuery(),
                            m.headers().stream()
                                    .map(h ->
                                            h.name().equals("X-Custom")
                                                    ? new HttpHeader("X-Custom", h.value() + "1")
                                                    : h)
                                    .toList(),
                            m.body());
        };
    }
}
