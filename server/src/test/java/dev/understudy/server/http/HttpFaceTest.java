package dev.understudy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Requests arrive as they were sent, and broken ones harm nobody. Bytes over sockets, no client
 * library between.
 */
class HttpFaceTest {
    private static final int SOCKET_MILLISECONDS = 20_000;

    private final List<WireRequest> seen = new CopyOnWriteArrayList<>();
    private final HttpFace face =
            HttpFace.start(
                    InetAddress.getLoopbackAddress(),
                    0,
                    request -> {
                        seen.add(request);
                        return new WireResponse(
                                200,
                                List.of(new HttpHeader("x-amzn-RequestId", "1")),
                                "hello".getBytes(StandardCharsets.UTF_8));
                    });

    @AfterEach
    void close() {
        face.close();
    }

    private String send(String raw) throws IOException {
        return send(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String send(byte[] raw) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), face.port())) {
            socket.setSoTimeout(SOCKET_MILLISECONDS);
            try {
                socket.getOutputStream().write(raw);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (java.net.SocketException refusedBeforeTheEnd) {
                // What the server answered before it hung up can still be read.
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    @Test
    void whatWasSentArrivesAsItWas() throws IOException {
        String answer =
                send(
                        "POST /a%2Fb/../c?x=%41&y&X-Amz-Date=1 HTTP/1.1\r\n"
                                + "Host: localhost:1\r\n"
                                + "X-Two: 1\r\n"
                                + "X-Two: 2\r\n"
                                + "X-Blank:  a  b \r\n"
                                + "Content-Length: 3\r\n"
                                + "Connection: close\r\n\r\n"
                                + "abc");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("x-amzn-RequestId: 1")
                .endsWith("hello");
        WireRequest request = seen.getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.rawPath()).isEqualTo("/a%2Fb/../c");
        assertThat(request.rawQuery()).isEqualTo("x=%41&y&X-Amz-Date=1");
        assertThat(
                        request.headers().stream()
                                .filter(h -> h.name().equalsIgnoreCase("x-two"))
                                .map(HttpHeader::value))
                .containsExactly("1", "2");
        assertThat(request.header("host")).isEqualTo("localhost:1");
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(request.remoteAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void bodiesInChunksAndWithContinue() throws IOException {
        String chunked =
                send(
                        "POST / HTTP/1.1\r\n"
                                + "Host: h\r\n"
                                + "Transfer-Encoding: chunked\r\n"
                                + "Connection: close\r\n\r\n"
                                + "2\r\n"
                                + "ab\r\n"
                                + "1\r\n"
                                + "c\r\n"
                                + "0\r\n\r\n");
        assertThat(chunked).contains("200");
        assertThat(seen.getFirst().body()).hasSize(3);
        String expecting =
                send(
                        "POST / HTTP/1.1\r\n"
                                + "Host: h\r\n"
                                + "Expect: 100-continue\r\n"
                                + "Content-Length: 3\r\n"
                                + "Connection: close\r\n\r\n"
                                + "abc");
        assertThat(expecting).contains("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST / HTTP/1.1\r\n"
                        + "Host: h\r\n"
                        + "Content-Length: 3\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n"
                        + "GET /smuggled HTTP/1.1\r\n"
                        + "Host: h\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1e9\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: h\r\n\r\n",
                "GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\nabc"
            })
    void brokenRequestsReachNobodyAndTheServerGoesOn(String raw) throws IOException {
        String answer = send(raw);
        assertThat(answer).doesNotContain("HTTP/1.1 200");
        assertThat(seen.stream().map(WireRequest::rawPath)).doesNotContain("/smuggled");
        assertThat(send("GET /after HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .contains("HTTP/1.1 200");
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        assertThat(
                        send(
                                "POST / HTTP/1.1\r\n"
                                        + "Host: h\r\n"
                                        + "Content-Length: 3000000\r\n"
                                        + "Connection: close\r\n\r\n"
                                        + "a".repeat(3_000_000)))
                .doesNotContain("HTTP/1.1 200");
        assertThat(
                        send(
                                "GET / HTTP/1.1\r\nHost: h\r\nX-Large: "
                                        + "a".repeat(200_000)
                                        + "\r\n\r\n"))
                .doesNotContain("HTTP/1.1 200");
        assertThat(send("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
                .doesNotContain("HTTP/1.1 200");
        assertThat(seen).isEmpty();
        assertThat(send("GET /after HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                .contains("HTTP/1.1 200");
    }

    @Test
    void whoAsksForTheEndGetsIt() throws IOException {
        // The client leaves its side open: only the server can end this.
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), face.port())) {
            socket.setSoTimeout(SOCKET_MILLISECONDS);
            socket.getOutputStream()
                    .write(
                            "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(read(socket.getInputStream())).endsWith("hello");
        }
    }

    @Test
    void aConnectionServesSeveralRequests() throws IOException {
        String answer =
                send(
                        "POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                                + "GET /2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(answer.split("hello", -1)).hasSize(3);
        assertThat(seen.stream().map(WireRequest::rawPath)).containsExactly("/1", "/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\nHost: h\n\n",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n",
                "POST / HTTP/1.1\r\n"
                        + "Host: h\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "7fffffffffffffff\r\nab\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nab\r\n"
            })
    void whatIsNoRequestIsToldSoAndLetGo(String raw) throws IOException {
        // The client leaves its side open, so that waiting for more would show.
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), face.port())) {
            socket.setSoTimeout(SOCKET_MILLISECONDS);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(read(socket.getInputStream()))
                    .startsWith("HTTP/1.1 400")
                    .contains("<Code>BadRequest</Code>", "no well-formed HTTP/1.1 request");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void otherVersionsOfHttpAreToldWhichOneIsSpoken() throws IOException {
        assertThat(send("GET / HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 505")
                .contains("<Code>HttpVersionNotSupported</Code>", "this server speaks HTTP/1.1");
        assertThat(seen).isEmpty();
    }

    @Test
    void otherTransferCodingsAreNamedAsWhatIsMissing() throws IOException {
        assertThat(
                        send(
                                "POST / HTTP/1.1\r\n"
                                        + "Host: h\r\n"
                                        + "Transfer-Encoding: gzip, chunked\r\n\r\n"
                                        + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 501")
                .contains("<Code>NotImplemented</Code>", "transfer coding");
        assertThat(seen).isEmpty();
    }

    @Test
    void aBodyThatEndsTooEarlyIsSaidToBe() throws IOException {
        String answer = send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<Code>IncompleteBody</Code>", "<Type>Sender</Type>");
        assertThat(seen).isEmpty();
    }

    @Test
    void theRestOfABodyThatIsTooLargeIsNoRequest() throws IOException {
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
        String answer =
                send(
                        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(32)
                                + "29\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n\r\n0\r\n\r\n");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(answer).contains("413", "<Code>RequestEntityTooLarge</Code>");
        assertThat(seen).isEmpty();
    }
}
