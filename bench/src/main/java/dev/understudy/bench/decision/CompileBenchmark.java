package dev.understudy.bench.decision;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.policy.PolicyDocument;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reading and compiling every managed policy of AWS; {@link Footprint} prints how many characters
 * they have.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CompileBenchmark {
    private final List<String> texts =
            AwsManagedPolicies.all().stream().map(policy -> policy.document().text()).toList();

    /** All of them. */
    @Benchmark
    public void compile(Blackhole hole) {
        for (String text : texts) {
            hole.consume(PolicyDocument.parse(text));
        }
    }
}
