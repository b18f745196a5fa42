package dev.understudy.server.issuers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An issuer on a loopback port of its own, over TLS, that answers as a test says. Its certificate
 * is for {@code localhost}.
 */
public final class TestIssuer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** Writes the whole answer, head and all. */
    public interface Reply {
        void write(OutputStream out) throws IOException;
    }

    public TestIssuer(TestCertificates certificates) throws IOException {
        listener =
                certificates
                        .serverSockets()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Its address. */
    public String url() {
        return "https://localhost:" + listener.getLocalPort();
    }

    /** Answers for what is at the URL's discovery document and key set as a good issuer does. */
    TestIssuer giving(String keySet) {
        at(
                "/.well-known/openid-configuration",
                json("{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + url() + "/keys\"}"));
        return at("/keys", json(keySet));
    }

    /** Answers so for what is at the path. */
    public TestIssuer at(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    /** The headers of all that was asked. */
    public List<String> headers() {
        return headers;
    }

    /** What was sent with each question; empty with most. */
    public List<String> bodies() {
        return bodies;
    }

    /** A good answer with this body. */
    public static Reply json(String body) {
        return text(
                "HTTP/1.1 200 OK\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n"
                        + body);
    }

    /** An answer as it goes over the wire. */
    public static Reply text(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            String path = in.readLine().split(" ")[1];
            String header = in.readLine();
            int length = 0;
            while (header != null && !header.isEmpty()) {
                if (header.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(header.substring(16));
                }
                headers.add(header);
                header = in.readLine();
            }
            char[] body = new char[length];
            for (int read = 0; read < length; read++) {
                body[read] = (char) in.read();
            }
            asked.add(path);
            bodies.add(new String(body));
            replies.getOrDefault(path, text("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
                    .write(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | RuntimeException gone) {
            // the other side has what it wanted, or wants no more
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
