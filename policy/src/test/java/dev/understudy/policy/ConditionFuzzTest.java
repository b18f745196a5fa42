package dev.understudy.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/**
 * What policies want, held against what requests have,, guided by coverage: {@code mvn -Pfuzz}.
 * What {@link MutationTest} does blindly.
 */
@Tag("fuzz")
class ConditionFuzzTest {
    static Stream<Object[]> seeds() {
        return FuzzSeeds.values().stream().map(seed -> new Object[] {seed, seed});
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "2m")
    void condition(String wanted, String actual) {
        if (wanted != null && actual != null) {
            FuzzTargets.condition(wanted, actual);
        }
    }
}
