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
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Takes the one answer that a browser brings to this machine: the first with what only the request
 * knew. All else is refused, and waiting goes on.
 */
public final class LoopbackReceiver implements AutoCloseable {
    /** A response of AWS's 100,000 characters, each percent-encoded, and some room. */
    private static final int MOST_BYTES = 320 * 1024;

    private static final int MOST_FIELDS = 16;

    private final Binding binding;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Map<String, String>> received = new ArrayBlockingQueue<>(1);
    private volatile @Nullable String state;

    private LoopbackReceiver(Binding binding, HttpServer server) {
        this.binding = binding;
        this.server = server;
    }

    /** How an answer comes. */
    public enum Binding {
        /** A SAML response, in a form. */
        SAML("POST", "/saml", "RelayState", Set.of("SAMLResponse")),
        /** An authorization code or an error, in the query (RFC 6749, 4.1.2). */
        CODE("GET", "/callback", "state", Set.of("code", "error"));

        private final String method;
        private final String path;
        private final String state;
        private final Set<String> answers;

        Binding(String method, String path, String state, Set<String> answers) {
            this.method = method;
            this.path = path;
            this.state = state;
            this.answers = answers;
        }
    }

    /**
     * Listens on the loopback address.
     *
     * @param binding how the answer is to come
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static LoopbackReceiver open(Binding binding, int port) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        LoopbackReceiver receiver = new LoopbackReceiver(binding, server);
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

    /** Where answers are to be sent. */
    public String url() {
        return "http://" + authority() + binding.path;
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * The fields of the answer that came with this state; null if none came in time.
     *
     * @throws InterruptedException if waiting was ended
     */
    public @Nullable Map<String, String> await(String wanted, Duration atMost)
            throws InterruptedException {
        state = wanted;
        return received.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(binding.path)
                || !authority().equals(exchange.getRequestHeaders().getFirst("Host"))) {
            send(exchange, 404, "There is nothing here.");
        } else if (!exchange.getRequestMethod().equals(binding.method)) {
            exchange.getResponseHeaders().set("Allow", binding.method);
            send(exchange, 405, "An identity provider sends here what it says of you.");
        } else {
            byte[] sent = sent(exchange);
            Map<String, String> answer = sent.length > MOST_BYTES ? null : awaited(sent);
            if (answer == null || !received.offer(answer)) {
                send(exchange, 400, "This is not the answer that was waited for.");
            } else {
                send(exchange, 200, "Received. Go back to your terminal; this page can be closed.");
            }
        }
    }

    private byte[] sent(HttpExchange exchange) throws IOException {
        return binding == Binding.SAML
                ? exchange.getRequestBody().readNBytes(MOST_BYTES + 1)
                : String.valueOf(exchange.getRequestURI().getRawQuery())
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The fields, if they bring back the state with an answer. */
    private @Nullable Map<String, String> awaited(byte[] sent) {
        String wanted = state;
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(sent, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS)) {
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
        String given = form.get(binding.state);
        boolean ours =
                wanted != null
                        && given != null
                        && MessageDigest.isEqual(
                                wanted.getBytes(StandardCharsets.UTF_8),
                                given.getBytes(StandardCharsets.UTF_8));
        return ours && binding.answers.stream().anyMatch(form::containsKey) ? form : null;
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
