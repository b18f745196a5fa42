package dev.understudy.bench;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/** Patterns that are meant to take long, against a condition key of 100 KB; none may match. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class WildcardBenchmark {
    private static final int STARS = 2_000;
    private static final int LETTERS = 100_000;
    private static final int PIECE = 50_000;

    /** Which pattern. */
    @Param({"stars", "starsAndMarks", "longPiece", "longPieceWithMark"})
    public String shape = "";

    private PolicySet policies = PolicySet.builder().build();
    private AccessRequest request = request();

    /** Compiles the pattern. */
    @Setup
    public void compile() {
        String document =
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\","
                        + "\"Condition\":{\"StringLike\":{\"k:s\":\""
                        + pattern(shape)
                        + "\"}}}}";
        policies =
                PolicySet.builder()
                        .resource(
                                new PolicySource(
                                        "hostile",
                                        PolicyKind.RESOURCE,
                                        PolicyDocument.parse(document)))
                        .build();
        request = request();
    }

    private static String pattern(String shape) {
        return switch (shape) {
            case "stars" -> "*a".repeat(STARS) + "*b*";
            case "starsAndMarks" -> "*?a".repeat(STARS) + "*b*";
            case "longPiece" -> "*" + "a".repeat(PIECE) + "b*";
            case "longPieceWithMark" -> "*" + "a".repeat(PIECE) + "?b*";
            default -> throw new IllegalArgumentException(shape);
        };
    }

    private static AccessRequest request() {
        RequestContext context = RequestContext.builder().put("k:s", "a".repeat(LETTERS)).build();
        return new AccessRequest(new Principal.Anonymous(), "a:b", "*", null, context);
    }

    /** One decision. */
    @Benchmark
    public Decision decide() {
        return Evaluator.decide(request, policies);
    }
}
