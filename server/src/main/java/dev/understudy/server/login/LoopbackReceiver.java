package dev.understudy.server.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Takes the one answer that a browser posts to this machine: the first that brings back what only
 * the request knew. All else is refused, and waiting goes on.
 */
public final class LoopbackReceiver implements AutoCloseable {
    /** A response of AWS's 100,000 characters, each percent-encoded, and some room. */
    private static final int MOST_BYTES = 320 * 1024;

    private static final String PATH = "/saml";

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> received = new ArrayBlockingQueue<>(1);
    private volatile @Nullable String relayState;

    private LoopbackReceiver(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static LoopbackReceiver open(int port) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        LoopbackReceiver receiver = new LoopbackReceiver(server);
        server.setExecutor(receiver.executor);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        receiver.answer(exchange);
                    }
                });
        server.start();
        return receiver;
    }

    /** Where answers are to be posted. */
    public String url() {
        return "http://" + authority() + PATH;
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * The response that came with this relay state; null if none came in time.
     *
     * @throws InterruptedException if waiting was ended
     */
    public @Nullable String await(String wanted, Duration atMost) throws InterruptedException {
        relayState = wanted;
        return received.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)
                || !authority().equals(exchange.getRequestHeaders().getFirst("Host"))) {
            send(exchange, 404, "There is nothing here.");
        } else if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            send(exchange, 405, "An identity provider posts here what it says of you.");
        } else {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            String response = body.length > MOST_BYTES ? null : awaited(body);
            if (response == null || !received.offer(response)) {
                send(exchange, 400, "This is not the answer that was waited for.");
            } else {
                send(exchange, 200, "Received. Go back to your terminal; this page can be closed.");
            }
        }
    }

    /** The response of the form, if it brings back the relay state. */
    private @Nullable String awaited(byte[] body) {
        String wanted = relayState;
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", 16)) {
            int equals = pair.indexOf('=');
            try {
                if (equals < 1
                        || form.put(
                                        pair.substring(0, equals),
                                        URLDecoder.decode(
                                                pair.substring(equals + 1), StandardCharsets.UTF_8))
                                != null) {
                    return null;
                }
            } catch (IllegalArgumentException badPercentSign) {
                return null;
            }
        }
        String given = form.get("RelayState");
        boolean ours =
                wanted != null
                        && given != null
                        && MessageDigest.isEqual(
                                wanted.getBytes(StandardCharsets.UTF_8),
                                given.getBytes(StandardCharsets.UTF_8));
        return ours ? form.get("SAMLResponse") : null;
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] page = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    /** Ends listening, when what is being answered has been; a second at most. */
    @Override
    public void close() {
        server.stop(1);
        executor.shutdown();
    }
}
