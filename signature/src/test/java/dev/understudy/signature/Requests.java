package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Requests for tests, signed and put together. */
final class Requests {
    static final String KEY = "AKIARZPUZDIKAABCDEFG";
    static final SecretAccessKey SECRET =
            SecretAccessKey.of(
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".getBytes(StandardCharsets.UTF_8));
    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";

    private Requests() {}

    static HttpMessage unsigned() {
        return new HttpMessage(
                "POST",
                "/",
                "",
                List.of(
                        new HttpHeader("Host", "localhost:4600"),
                        new HttpHeader(
                                "Content-Type",
                                "application/x-www-form-urlencoded; charset=utf-8")),
                bytes(BODY));
    }

    static HttpMessage signed() {
        return signed(unsigned(), "sts", NOW);
    }

    static HttpMessage signed(HttpMessage message, String service, Instant at) {
        return with(
                message,
                new RequestSigner(KEY, SECRET, null).sign(message, "us-east-1", service, at));
    }

    static HttpMessage with(HttpMessage message, List<HttpHeader> more) {
        List<HttpHeader> headers = new ArrayList<>(message.headers());
        headers.addAll(more);
        return new HttpMessage(
                message.method(), message.rawPath(), message.rawQuery(), headers, message.body());
    }

    static HttpMessage with(HttpMessage message, String name, String value) {
        return with(message, List.of(new HttpHeader(name, value)));
    }

    static HttpMessage query(HttpMessage message, String query) {
        return new HttpMessage(
                message.method(), message.rawPath(), query, message.headers(), message.body());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The fault of a request with the known key; empty if it is genuine. */
    static String fault(HttpMessage message, String service, Instant now) {
        return fault(message, SECRET, service, now);
    }

    static String fault(HttpMessage message, SecretAccessKey secret, String service, Instant now) {
        return switch (SignatureReader.read(message)) {
            case Reading.Unsigned unsigned -> "unsigned";
            case Reading.Refused refused -> text(refused.fault());
            case Reading.Presented presented -> {
                PresentedSignature signature = presented.signature();
                SigningKey key = SigningKey.derive(secret, signature.scope());
                Verification verification =
                        SignatureVerifier.verify(
                                message, signature, key, Expected.service(service), now);
                yield verification instanceof SignatureFault fault ? text(fault) : "";
            }
        };
    }

    private static String text(SignatureFault fault) {
        return fault.status() + " " + fault.code() + ": " + fault.message();
    }
}
