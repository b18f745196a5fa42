package dev.understudy.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Signatures that other implementations computed, from {@code spec/signature}. */
class VectorTest {
    static Stream<Arguments> cases() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("understudy.root", ".."),
                        "spec",
                        "signature",
                        "vectors.json");
        JsonNode cases = new JsonMapper().readTree(Files.readString(file)).get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(c -> Arguments.of(c.get("name").asString(), c));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void signsAsOthersDo(String name, JsonNode c) {
        List<HttpHeader> headers = new ArrayList<>();
        c.get("headers")
                .forEach(header ->
                        headers.add(
                                new HttpHeader(
                                        header.get(0).asString(), header.get(1).asString())));
        headers.add(new HttpHeader("X-Amz-Date", c.get("time").asString()));
        if (c.has("token")) {
            headers.add(new HttpHeader("X-Amz-Security-Token", c.get("token").asString()));
        }
        HttpMessage message =
                new HttpMessage(
                        c.get("method").asString(),
                        c.get("path").asString(),
                        c.get("query").asString(),
                        headers,
                        Requests.bytes(c.get("body").asString()));
        SecretAccessKey secret = SecretAccessKey.of(Requests.bytes(c.get("secret").asString()));
        CredentialScope scope =
                new CredentialScope(
                        c.get("time").asString().substring(0, 8),
                        c.get("region").asString(),
                        c.get("service").asString());
        List<String> signed =
                headers.stream()
                        .map(header -> header.name().toLowerCase(java.util.Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList();
        // AWS's own vectors have a key id that is shorter than any real one; it is not part of what
        // is signed.
        String key =
                c.get("key").asString().length() < 16
                        ? "AKIDEXAMPLE00000"
                        : c.get("key").asString();
        String authorization =
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                key,
                                scope,
                                String.join(";", signed),
                                c.get("signature").asString());
        HttpMessage presented = Requests.with(message, "Authorization", authorization);
        Instant now =
                Instant.parse(
                        c.get("time")
                                .asString()
                                .replaceAll("(....)(..)(..T..)(..)(..Z)", "$1-$2-$3:$4:$5"));
        assertThat(Requests.fault(presented, secret, c.get("service").asString(), now)).isEmpty();
        String wrong =
                authorization.substring(0, authorization.length() - 1)
                        + (authorization.endsWith("0") ? "1" : "0");
        assertThat(
                        Requests.fault(
                                Requests.with(message, "Authorization", wrong),
                                secret,
                                c.get("service").asString(),
                                now))
                .startsWith(
                        "403 SignatureDoesNotMatch: The request signature we calculated does not"
                                + " match");
    }

    @org.junit.jupiter.api.Test
    void presignsAsOthersDo() {
        String query =
                "Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                        + Requests.KEY
                        + "%2F20260115%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20260115T120000Z&X-Amz-Expires=900"
                        + "&X-Amz-SignedHeaders=host&X-Amz-Signature=dda37d349fa165f77b9162c9b35cbb4bbbe6e3e7357babd16f14af7f3276b05b";
        HttpMessage message =
                new HttpMessage(
                        "GET",
                        "/",
                        query,
                        List.of(new HttpHeader("host", "sts.amazonaws.com")),
                        new byte[0]);
        assertThat(Requests.fault(message, "sts", Requests.NOW)).isEmpty();
        assertThat(
                        Requests.fault(
                                Requests.query(
                                        message,
                                        query.replace("GetCallerIdentity", "GetSessionToken")),
                                "sts",
                                Requests.NOW))
                .startsWith("403 SignatureDoesNotMatch");
        for (String expires : List.of("0", "-1", "604801", "9223372036854775808", "1e3", "")) {
            assertThat(
                            Requests.fault(
                                    Requests.query(
                                            message,
                                            query.replace("Expires=900", "Expires=" + expires)),
                                    "sts",
                                    Requests.NOW))
                    .startsWith("400 IncompleteSignature: X-Amz-Expires");
        }
    }
}
