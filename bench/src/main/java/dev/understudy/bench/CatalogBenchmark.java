package dev.understudy.bench;

import dev.understudy.catalog.ActionDefinition;
import dev.understudy.catalog.ConditionKeyDefinition;
import dev.understudy.catalog.Judged;
import dev.understudy.catalog.ServiceCatalog;

import org.jspecify.annotations.Nullable;
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

/** Asking AWS's catalog, once it is loaded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogBenchmark {
    private final ServiceCatalog catalog = ServiceCatalog.aws();

    @Benchmark
    public @Nullable ActionDefinition findAnAction() {
        return catalog.action("ec2:runinstances");
    }

    @Benchmark
    public Judged judge() {
        return catalog.judged("s3:GetObject", "arn:aws:s3:::bucket/key");
    }

    @Benchmark
    public @Nullable ConditionKeyDefinition findATagsKey() {
        return catalog.conditionKey("aws:ResourceTag/team");
    }

    @Benchmark
    public List<ActionDefinition> expandOneService() {
        return catalog.matching("ec2:Describe*");
    }

    @Benchmark
    public List<ActionDefinition> expandEverything() {
        return catalog.matching("*");
    }

    @Benchmark
    public List<String> suggest() {
        return catalog.similarActions("s3:GetObjcet", 3);
    }
}
