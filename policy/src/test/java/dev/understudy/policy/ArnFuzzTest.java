package dev.understudy.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/**
 * ARNs, actions and principals, guided by coverage: {@code mvn -Pfuzz}. What {@link MutationTest}
 * does blindly.
 */
@Tag("fuzz")
class ArnFuzzTest {
    static Stream<Object[]> seeds() {
        return FuzzSeeds.arns().stream().map(seed -> new Object[] {seed, seed});
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "2m")
    void arn(String pattern, String text) {
        if (pattern != null && text != null) {
            FuzzTargets.arn(pattern, text);
        }
    }
}
