package dev.understudy.bench.decision;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;

import dev.understudy.policy.AccessRequest;

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

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The same in Cedar, another engine with policies of its own language. Each statement becomes a
 * {@code permit} or {@code forbid} of any principal whose {@code when} compares the action and the
 * resource, given in the context, with {@code like}; {@link CedarPolicies} says how.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CedarBenchmark {
    @Param({"managed", "actions-60", "actions-1000", "resources-60", "resources-1000"})
    private String workload = "managed";

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Entities entities = new Entities();
    private PolicySet policies = new PolicySet();
    private AuthorizationRequest request = request(Workload.request("a:b", "*"));

    @Setup
    public void prepare() throws Exception {
        Workload prepared = Workload.of(workload);
        policies = PolicySet.parsePolicies(CedarPolicies.of(prepared.documents()));
        request = request(prepared.hit());
        if (!decide().success.orElseThrow().isAllowed()) {
            throw new IllegalStateException(workload + " is not allowed");
        }
    }

    private static AuthorizationRequest request(AccessRequest from) {
        Map<String, Value> context =
                Map.of(
                        "action", new PrimString(from.action()),
                        "resource", new PrimString(from.resource()));
        return new AuthorizationRequest(
                entity("User::\"alice\""),
                entity("Action::\"call\""),
                entity("Resource::\"r\""),
                context);
    }

    private static EntityUID entity(String text) {
        return EntityUID.parse(text).orElseThrow();
    }

    /** One decision. */
    @Benchmark
    public AuthorizationResponse decide() throws AuthException {
        return engine.isAuthorized(request, policies, entities);
    }
}
