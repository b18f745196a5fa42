package dev.understudy.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Documents, guided by coverage: {@code mvn -Pfuzz}. What {@link MutationTest} does blindly. */
@Tag("fuzz")
class DocumentFuzzTest {
    static Stream<Object[]> seeds() {
        return FuzzSeeds.documents().stream().map(seed -> new Object[] {seed});
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "2m")
    void document(String text) {
        if (text != null) {
            FuzzTargets.document(text);
        }
    }
}
