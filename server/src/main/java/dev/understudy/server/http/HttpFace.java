package dev.understudy.server.http;

import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
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
    private static final int MOST_BODY_BYTES = 2 * 1024 * 1024;
    private static final int MOST_HEADER_BYTES = 96 * 1024;
    private static final int MOST_PROLOGUE_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration SLOW_BODY = Duration.ofSeconds(30);

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
                        .idleConnectionTimeout(IDLE)
                        .connectionOptions(
                                options -> options.readTimeout(SLOW_BODY).tcpNoDelay(true))
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
                    "port " + port + " on " + host.getHostAddress() + " is taken", taken);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    private static void serve(Endpoint endpoint, ServerRequest request, ServerResponse response) {
        WireResponse answer = endpoint.answer(wire(request));
        for (HttpHeader header : answer.headers()) {
            response.header(HeaderValues.create(HeaderNames.create(header.name()), header.value()));
        }
        response.status(Status.create(answer.status()));
        response.send(answer.body());
    }

    private static WireRequest wire(ServerRequest request) {
        List<HttpHeader> headers = new ArrayList<>();
        for (Header header : request.headers()) {
            for (String value : header.allValues()) {
                headers.add(new HttpHeader(header.headerName().defaultCase(), value));
            }
        }
        byte[] body =
                request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
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
