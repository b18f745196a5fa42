package dev.understudy.server.http;

import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One listener. Requests reach the endpoint as they came over the wire; bodies, headers and idle
 * connections are bounded, so that one client cannot take the others' room.
 */
public final class HttpFace implements AutoCloseable {
    static final int MOST_BODY_BYTES = 2 * 1024 * 1024;
    static final int MOST_HEADER_BYTES = 96 * 1024;
    static final int MOST_PROLOGUE_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration SLOW_BODY = Duration.ofSeconds(30);

    private static final byte[] NO_BYTES = new byte[0];

    private final WebServer server;

    private HttpFace(WebServer server) {
        this.server = server;
    }

    /**
     * Listens and serves.
     *
     * @param port 0 for any free one
     */
    public static HttpFace start(InetAddress host, int port, Endpoint endpoint) {
        requireFree(host, port);
        Http1Config http1 =
                Http1Config.builder()
                        .maxHeadersSize(MOST_HEADER_BYTES)
                        .maxPrologueLength(MOST_PROLOGUE_BYTES)
                        .validatePath(false)
                        .continueImmediately(true)
                        .build();
        WebServer server =
                WebServer.builder()
                        .address(host)
                        .port(port)
                        .shutdownHook(false)
                        .shutdownGracePeriod(Duration.ofSeconds(5))
                        .maxPayloadSize(MOST_BODY_BYTES)
                        .directHandlers(refusals())
                        .idleConnectionTimeout(IDLE)
                        .connectionOptions(
                                options -> options.readTimeout(SLOW_BODY).tcpNoDelay(true))
                        // One way to read: what is no HTTP/1.1 is then told so, instead of nothing.
                        .protocolsDiscoverServices(false)
                        .addConnectionSelector(
                                Http1ConnectionSelector.builder().config(http1).build())
                        .routing(
                                HttpRouting.builder()
                                        .any((request, response) ->
                                                serve(endpoint, request, response)))
                        .build()
                        .start();
        return new HttpFace(server);
    }

    /** The web server shares a port that is taken, and then each would get half of the requests. */
    private static void requireFree(InetAddress host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    host.getHostAddress() + " port " + port + ": " + taken.getMessage(), taken);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** What the web server refuses by itself gets an answer that clients can read, too. */
    private static DirectHandlers refusals() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(
                    type,
                    (request, event, status, headers, message) -> {
                        WireResponse refusal = Refusal.of(status.code());
                        DirectHandler.TransportResponse.Builder response =
                                DirectHandler.TransportResponse.builder()
                                        .status(status)
                                        .headers(headers)
                                        .keepAlive(false);
                        refusal.headers()
                                .forEach(header ->
                                        response.header(
                                                HeaderNames.create(header.name()), header.value()));
                        return response.entity(refusal.body()).build();
                    });
        }
        return handlers.build();
    }

    private static void serve(Endpoint endpoint, ServerRequest request, ServerResponse response) {
        byte[] body;
        try {
            body = request.content().hasEntity() ? request.content().as(byte[].class) : NO_BYTES;
        } catch (RequestException refused) {
            hangUp(Refusal.of(refused.status().code()), response);
            return;
        } catch (DataReader.InsufficientDataAvailableException gone) {
            hangUp(Refusal.truncated(), response);
            return;
        } catch (IllegalArgumentException noChunkSize) {
            // The web server lets this pass, and would go on waiting for the rest.
            hangUp(Refusal.of(Status.BAD_REQUEST_400.code()), response);
            return;
        } catch (UncheckedIOException late) {
            hangUp(Refusal.late(), response);
            return;
        }
        send(endpoint.answer(wire(request, body)), response);
        // The web server says so and then forgets it:
        // https://github.com/helidon-io/helidon/issues/12324
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("the client wants no more");
        }
    }

    /**
     * Answers, and ends the connection: what is left of the request must not be read as another.
     */
    private static void hangUp(WireResponse refusal, ServerResponse response) {
        response.header(HeaderValues.CONNECTION_CLOSE);
        send(refusal, response);
        throw new CloseConnectionException("the request could not be read to its end");
    }

    private static void send(WireResponse answer, ServerResponse response) {
        for (HttpHeader header : answer.headers()) {
            response.header(HeaderValues.create(HeaderNames.create(header.name()), header.value()));
        }
        response.status(Status.create(answer.status()));
        response.send(answer.body());
    }

    private static WireRequest wire(ServerRequest request, byte[] body) {
        List<HttpHeader> headers = new ArrayList<>();
        for (Header header : request.headers()) {
            for (String value : header.allValues()) {
                headers.add(new HttpHeader(header.headerName().defaultCase(), value));
            }
        }
        return new WireRequest(
                request.prologue().method().text(),
                request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(),
                headers,
                body,
                address(request),
                request.isSecure());
    }

    /** The peer's address; IPv4 addresses that came through an IPv6 socket are IPv4 addresses. */
    private static String address(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer
                ? peer.getAddress().getHostAddress()
                : "0.0.0.0";
    }

    @Override
    public void close() {
        server.stop();
    }
}
