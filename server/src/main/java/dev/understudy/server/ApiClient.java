package dev.understudy.server;

import dev.understudy.signature.HttpHeader;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.RequestSigner;
import dev.understudy.signature.SecretAccessKey;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * A small client of the API: signs, sends, reads. For the command line, which so goes the same way
 * as everybody.
 */
public final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Map<String, String> VERSIONS =
            Map.of("iam", "2010-05-08", "sts", "2011-06-15");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI endpoint;
    private final InstantSource clock;

    /** Sends to this endpoint. */
    public ApiClient(URI endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** Credentials to sign with. */
    public record Credentials(String accessKeyId, String secret, @Nullable String token) {
        /**
         * The long-term keys in a credentials file of the AWS CLI's form, with one profile.
         *
         * @throws IOException if the file cannot be read, or has none
         */
        public static Credentials read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            return new Credentials(
                    value(file, lines, "aws_access_key_id"),
                    value(file, lines, "aws_secret_access_key"),
                    null);
        }

        private static String value(Path file, List<String> lines, String name) throws IOException {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException(file + " holds no " + name));
        }

        @Override
        public String toString() {
            return "Credentials[" + accessKeyId + "]";
        }
    }

    /**
     * What came back.
     *
     * @param decisionId of a refusal; null otherwise
     * @param length of the body, in bytes
     */
    public record Reply(int status, Document body, @Nullable String decisionId, int length) {
        /** The text of the first element of this name; empty if there is none. */
        public String text(String element) {
            NodeList nodes = body.getElementsByTagName(element);
            return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
        }

        /** Whether it went well. */
        public boolean ok() {
            return status == 200;
        }

        /** The credentials in the answer. */
        public Credentials credentials() {
            return new Credentials(
                    text("AccessKeyId"), text("SecretAccessKey"), text("SessionToken"));
        }

        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    /**
     * Calls an operation.
     *
     * @param signer null to call unsigned
     * @throws IOException if the server cannot be reached, or does not answer in XML
     */
    public Reply call(
            @Nullable Credentials signer,
            String service,
            String action,
            Map<String, String> parameters)
            throws IOException {
        StringBuilder form =
                new StringBuilder("Action=" + action + "&Version=" + VERSIONS.get(service));
        parameters.forEach((name, value) ->
                form.append('&').append(encode(name)).append('=').append(encode(value)));
        byte[] body = form.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signer != null) {
            sign(signer, service, body, request);
        }
        try {
            HttpResponse<byte[]> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String decision = response.headers().firstValue("x-understudy-decision").orElse(null);
            byte[] answer = response.body();
            return new Reply(response.statusCode(), parse(answer), decision, answer.length);
        } catch (ConnectException nobody) {
            throw new IOException("no server answers at " + endpoint, nobody);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private void sign(
            Credentials signer, String service, byte[] body, HttpRequest.Builder request) {
        List<HttpHeader> headers =
                List.of(
                        new HttpHeader("Host", endpoint.getAuthority()),
                        new HttpHeader(
                                "Content-Type",
                                "application/x-www-form-urlencoded; charset=utf-8"));
        SecretAccessKey secret =
                SecretAccessKey.of(signer.secret().getBytes(StandardCharsets.UTF_8));
        new RequestSigner(signer.accessKeyId(), secret, signer.token())
                .sign(
                        new HttpMessage("POST", "/", "", headers, body),
                        "us-east-1",
                        service,
                        clock.instant())
                .forEach(header -> request.header(header.name(), header.value()));
    }

    private static Document parse(byte[] body) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
        } catch (SAXException | ParserConfigurationException notXml) {
            throw new IOException("the server did not answer in XML", notXml);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
