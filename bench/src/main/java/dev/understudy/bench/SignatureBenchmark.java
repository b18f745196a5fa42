package dev.understudy.bench;

import dev.understudy.signature.CredentialScope;
import dev.understudy.signature.Expected;
import dev.understudy.signature.HttpHeader;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.PresentedSignature;
import dev.understudy.signature.Reading;
import dev.understudy.signature.RequestSigner;
import dev.understudy.signature.SecretAccessKey;
import dev.understudy.signature.SignatureReader;
import dev.understudy.signature.SignatureVerifier;
import dev.understudy.signature.SigningKey;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Reading and verifying a signature whose key is at hand, beside the cryptography in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignatureBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final SecretAccessKey SECRET =
            SecretAccessKey.of(
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".getBytes(StandardCharsets.UTF_8));

    private final HttpMessage message = signed();
    private final SigningKey key =
            SigningKey.derive(SECRET, new CredentialScope("20260115", "us-east-1", "sts"));
    private final Expected expected = Expected.service("sts");
    private final byte[] canonical = new byte[330];
    private final byte[] stringToSign = new byte[130];
    private final MessageDigest digest = digest();
    private final Mac mac = mac();

    private static HttpMessage signed() {
        byte[] body =
                ("Action=AssumeRole&Version=2011-06-15&RoleSessionName=session&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fauditor"
                                + "&DurationSeconds=3600&ExternalId=unicorn"
                                + "&Tags.member.1.Key=team&Tags.member.1.Value=blue")
                        .getBytes(StandardCharsets.UTF_8);
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Host", "localhost:4600"));
        headers.add(
                new HttpHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        headers.add(new HttpHeader("User-Agent", "aws-sdk-java/2.57.8 md/io#sync md/http#Apache"));
        headers.add(new HttpHeader("Accept-Encoding", "identity"));
        headers.add(
                new HttpHeader("amz-sdk-invocation-id", "b95d89d2-fe95-4898-bb26-6872c54e46dc"));
        HttpMessage message = new HttpMessage("POST", "/", "", List.copyOf(headers), body);
        headers.addAll(
                new RequestSigner("AKIARZPUZDIKAABCDEFG", SECRET, null)
                        .sign(message, "us-east-1", "sts", NOW));
        return new HttpMessage("POST", "/", "", headers, body);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What no verification can do without: two digests and one HMAC. */
    @Benchmark
    public byte[] floor() {
        digest.update(message.body());
        byte[] body = digest.digest();
        digest.update(canonical);
        digest.digest();
        mac.update(stringToSign);
        mac.doFinal();
        return body;
    }

    /** Reading and verifying. */
    @Benchmark
    public Object verify() {
        PresentedSignature signature =
                ((Reading.Presented) SignatureReader.read(message)).signature();
        return SignatureVerifier.verify(message, signature, key, expected, NOW);
    }
}
