package dev.understudy.idp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a provider on the loopback address, over HTTPS. */
final class HttpDoor {
    /** A form of a token request is short; nothing longer is read. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int HTTPS = 443;

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors"
                    + " 'none'";

    private final HttpsServer server;
    private final ExecutorService executor;
    private final Set<String> names;

    private HttpDoor(HttpsServer server, ExecutorService executor, Set<String> names) {
        this.server = server;
        this.executor = executor;
        this.names = names;
    }

    /** An answer. */
    record Answer(int status, String type, String body, @Nullable String location) {
        static Answer of(String type, String body) {
            return new Answer(200, type, body, null);
        }

        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, null);
        }

        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body + "\n", null);
        }

        static Answer html(String body) {
            return of("text/html; charset=utf-8", body);
        }

        /** Where to go on, by GET. */
        static Answer seeOther(String location) {
            return new Answer(303, "text/plain; charset=utf-8", "", location);
        }
    }

    static HttpDoor open(int port, Authority authority, @Nullable String issuer)
            throws IOException {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        String host = issuer == null ? null : URI.create(issuer).getHost();
        if (host != null) {
            names.add(host);
        }
        HttpsServer server =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serving(List.copyOf(names))));
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        return new HttpDoor(server, executor, names);
    }

    String url() {
        int port = server.getAddress().getPort();
        return port == HTTPS ? "https://localhost" : "https://localhost:" + port;
    }

    void serve(TestIdentityProvider provider, @Nullable SamlDoor saml, @Nullable CodeDoor codes) {
        String base = Discovery.base(String.valueOf(URI.create(provider.issuer()).getPath()));
        TokenEndpoint tokens = new TokenEndpoint(provider, codes);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        send(exchange, answer(exchange, base, provider, tokens, saml, codes));
                    }
                });
        server.start();
    }

    private Answer answer(
            HttpExchange exchange,
            String base,
            TestIdentityProvider provider,
            TokenEndpoint tokens,
            @Nullable SamlDoor saml,
            @Nullable CodeDoor codes)
            throws IOException {
        if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
            // A page elsewhere whose name was made to lead here must not read tokens.
            return Answer.text(421, "not a name of this server");
        }
        String path = exchange.getRequestURI().getPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        if (get && path.equals(base + Discovery.PATH)) {
            return Answer.json(200, provider.discovery());
        }
        if (get && path.equals(base + Discovery.KEYS)) {
            return Answer.json(200, provider.keySet());
        }
        if (get && saml != null && path.startsWith(base)) {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            Answer found = saml.answer(path.substring(base.length()), query, url() + base);
            if (found != null) {
                return found;
            }
        }
        if (codes != null && path.equals(base + CodeDoor.AUTHORIZE)) {
            return get
                    ? codes.ask(String.valueOf(exchange.getRequestURI().getRawQuery()))
                    : codes.chosen(body(exchange));
        }
        if (path.equals(base + Discovery.TOKEN)) {
            String client = exchange.getRequestHeaders().getFirst("Authorization");
            return exchange.getRequestMethod().equals("POST")
                    ? tokens.answer(body(exchange), client)
                    : Answer.text(405, "POST a form: " + TokenEndpoint.FORM);
        }
        return Answer.text(
                404,
                "A test identity provider, for development only. There is "
                        + String.join(
                                ", ",
                                base + Discovery.PATH,
                                base + Discovery.KEYS,
                                base + Discovery.TOKEN));
    }

    private boolean isOurs(@Nullable String host) {
        return host != null && names.contains(host.replaceFirst(":[0-9]+$", ""));
    }

    private static byte @Nullable [] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES ? null : body;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        if (answer.location() != null) {
            exchange.getResponseHeaders().set("Location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    void close() {
        server.stop(0);
        executor.shutdown();
    }
}
