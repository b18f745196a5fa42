package dev.understudy.bench;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Evaluator;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Deciding by ten managed policies of AWS. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    private static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final List<String> NAMES =
            List.of(
                    "AmazonS3FullAccess",
                    "AmazonEC2FullAccess",
                    "AmazonDynamoDBFullAccess",
                    "AmazonSQSFullAccess",
                    "AmazonSNSFullAccess",
                    "CloudWatchLogsFullAccess",
                    "IAMReadOnlyAccess",
                    "AmazonSSMManagedInstanceCore",
                    "AmazonEKSClusterPolicy",
                    "AmazonEKSWorkerNodePolicy");

    private final PolicySet policies =
            PolicySet.builder()
                    .identity(
                            AwsManagedPolicies.all().stream()
                                    .filter(policy -> NAMES.contains(policy.name()))
                                    .map(p ->
                                            new PolicySource(
                                                    p.arn(), PolicyKind.IDENTITY, p.document()))
                                    .toList())
                    .build();
    private final AccessRequest allowed =
            request("ec2:RunInstances", "arn:aws:ec2:eu-west-1:111122223333:instance/i-1");
    private final AccessRequest denied =
            request("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/k");

    private static AccessRequest request(String action, String resource) {
        Principal user =
                new Principal.IamUser(ACCOUNT, "arn:aws:iam::111122223333:user/alice", "AIDAALICE");
        RequestContext context =
                RequestContext.builder()
                        .put("aws:username", "alice")
                        .put("aws:SourceIp", "192.0.2.1")
                        .build();
        return new AccessRequest(user, action, resource, ACCOUNT, context);
    }

    /** One statement allows. */
    @Benchmark
    public Decision allowed() {
        return Evaluator.decide(allowed, policies);
    }

    /** None does. */
    @Benchmark
    public Decision denied() {
        return Evaluator.decide(denied, policies);
    }
}
