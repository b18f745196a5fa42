package dev.understudy.bench.decision;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** 20,000 principals in random order, each with ten of 20,000 policies: what is cold decides. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrincipalsBenchmark {
    private static final int COUNT = 20_000;
    private static final int REFERENCES = 10;
    private static final int STATEMENTS = 6;
    private static final int SERVICES = 200;

    private final PolicySet[] principals = new PolicySet[COUNT];
    private final AccessRequest[] requests = new AccessRequest[COUNT];
    private int next;

    public PrincipalsBenchmark() {
        Random random = new Random(20_000);
        List<PolicySource> policies = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            policies.add(
                    new PolicySource(
                            "policy-" + i,
                            PolicyKind.IDENTITY,
                            PolicyDocument.parse(document(random))));
        }
        for (int i = 0; i < COUNT; i++) {
            List<PolicySource> attached = new ArrayList<>();
            for (int j = 0; j < REFERENCES; j++) {
                attached.add(policies.get(random.nextInt(COUNT)));
            }
            principals[i] = PolicySet.builder().identity(attached).build();
            int service = random.nextInt(SERVICES);
            requests[i] =
                    Workload.request(
                            "svc" + service + ":Action" + random.nextInt(50),
                            "arn:aws:svc"
                                    + service
                                    + ":eu-west-1:111122223333:thing/"
                                    + random.nextInt(50)
                                    + "/part");
        }
    }

    private static String document(Random random) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            int service = random.nextInt(SERVICES);
            statements.add(
                    "{\"Effect\":\"Allow\",\"Action\":[\"svc"
                            + service
                            + ":Action"
                            + random.nextInt(50)
                            + "\",\"svc"
                            + service
                            + ":Get*\"],\"Resource\":\"arn:aws:svc"
                            + service
                            + ":*:111122223333:thing/*\"}");
        }
        return Workload.document(statements);
    }

    /** One decision for the next principal. */
    @Benchmark
    public Decision decide() {
        // A step without a common divisor visits all, each far from the last.
        next = (next + 7_919) % COUNT;
        return Evaluator.decide(requests[next], principals[next]);
    }
}
