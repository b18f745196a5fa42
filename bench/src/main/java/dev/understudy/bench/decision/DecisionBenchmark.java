package dev.understudy.bench.decision;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicySet;

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

/** Deciding, by what there is to decide on; with {@code -prof gc} what it allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DecisionBenchmark {
    @Param({
        "actions-1",
        "managed",
        "large",
        "largeAdministrator",
        "actions-60",
        "actions-600",
        "actions-1000",
        "actions-10000",
        "resources-60",
        "resources-600",
        "resources-1000",
        "resources-10000",
        "starred-60",
        "starred-600",
        "starred-1000",
        "starred-10000",
        "conditions"
    })
    private String workload = "managed";

    @Param({"hit", "miss", "deny"})
    private String outcome = "hit";

    private AccessRequest request = Workload.request("a:b", "*");
    private PolicySet policies = PolicySet.builder().build();

    @Setup
    public void prepare() {
        Workload prepared = Workload.of(workload);
        policies = prepared.policies();
        request = prepared.request(outcome);
        Decision decision = Evaluator.decide(request, policies);
        boolean expected =
                switch (outcome) {
                    case "hit" -> decision.allowed();
                    case "miss" ->
                            workload.equals("largeAdministrator")
                                    || decision instanceof Decision.Denied denied
                                            && !denied.explicit();
                    default -> decision instanceof Decision.Denied denied && denied.explicit();
                };
        if (!expected) {
            throw new IllegalStateException(workload + " " + outcome + " is " + decision);
        }
    }

    /** One decision. */
    @Benchmark
    public Decision decide() {
        return Evaluator.decide(request, policies);
    }

    /** The same, and an explanation of which nothing is asked yet. */
    @Benchmark
    public Explanation explain() {
        return Evaluator.explain(request, policies);
    }

    /** The same, read: its verdicts by type, and the statements that decided. */
    @Benchmark
    public int explainDeciding() {
        Explanation explanation = Evaluator.explain(request, policies);
        return explanation.verdicts().size() + explanation.deciding().size();
    }

    /** The same in one line, with the nearest miss. */
    @Benchmark
    public String explainInOneLine() {
        return Evaluator.explain(request, policies).oneLine();
    }
}
