package dev.understudy.operation;

import dev.understudy.directory.Keyring;
import dev.understudy.policy.AccountId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reading and checking the Query form of AssumeRole, writing its answer, and sealing its session.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    private static final String FORM =
            "Action=AssumeRole&Version=2011-06-15&RoleSessionName=session&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fauditor"
                    + "&DurationSeconds=3600&ExternalId=unicorn&Tags.member.1.Key=team&Tags.member.1.Value=blue";
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final byte[] SECRET = new byte[40];

    private final WireRequest request =
            new WireRequest(
                    "POST",
                    "/",
                    "",
                    List.of(
                            new dev.understudy.signature.HttpHeader(
                                    "Content-Type",
                                    "application/x-www-form-urlencoded; charset=utf-8")),
                    FORM.getBytes(StandardCharsets.UTF_8),
                    "127.0.0.1",
                    false);
    private final SessionTokens tokens = new SessionTokens(Keyring.inMemory(new SecureRandom()));
    private final Session session =
            new Session(
                    Session.Kind.ROLE,
                    AccountId.of("111122223333"),
                    "AROARTX3GSDSQAAAAAAAA",
                    "session",
                    NOW,
                    NOW.plusSeconds(3600),
                    null,
                    List.of(),
                    Map.of("team", "blue"),
                    Set.of(),
                    null,
                    null,
                    null,
                    Map.of());
    private final AssumeRoleResponse response =
            AssumeRoleResponse.builder()
                    .credentials(c ->
                            c.accessKeyId("ASIARTX3GSDSQAAAAAAA")
                                    .secretAccessKey("x".repeat(40))
                                    .sessionToken("t".repeat(360))
                                    .expiration(NOW))
                    .assumedRoleUser(u ->
                            u.arn("arn:aws:sts::111122223333:assumed-role/auditor/s")
                                    .assumedRoleId("AROA:s"))
                    .build();

    /** From bytes to the checked request. */
    @Benchmark
    public SdkPojo read() {
        SdkPojo input =
                ShapeReader.read(
                        Service.STS, AssumeRoleRequest.builder(), QueryReader.read(request).root());
        Validator.check(Service.STS, "AssumeRoleRequest", input);
        return input;
    }

    /** From the answer to bytes. */
    @Benchmark
    public WireResponse write() {
        return AnswerWriter.answer(
                Service.STS, "AssumeRole", response, "b95d89d2-fe95-4898-bb26-6872c54e46dc");
    }

    /** From the session to its token. */
    @Benchmark
    public String seal() {
        return tokens.seal(session, "ASIARTX3GSDSQAAAAAAA", SECRET);
    }
}
