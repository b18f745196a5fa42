package dev.understudy.operation;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/**
 * Tokens, responses and metadata, guided by coverage: {@code mvn -Pfuzz}. What {@link
 * ProofMutationTest} does blindly.
 */
@Tag("fuzz")
class ProofFuzzTest {
    private static final ProofTargets TARGETS = new ProofTargets();

    static Stream<Object[]> tokens() {
        return TARGETS.tokens().stream().map(seed -> new Object[] {seed});
    }

    @MethodSource("tokens")
    @FuzzTest(maxDuration = "2m")
    void token(String text) {
        if (text != null) {
            TARGETS.token(text);
        }
    }

    static Stream<Object[]> responses() {
        return TARGETS.responses().stream().map(seed -> new Object[] {seed});
    }

    @MethodSource("responses")
    @FuzzTest(maxDuration = "2m")
    void response(String xml) {
        if (xml != null) {
            TARGETS.response(xml);
        }
    }

    static Stream<Object[]> metadata() {
        return TARGETS.metadata().stream().map(seed -> new Object[] {seed});
    }

    @MethodSource("metadata")
    @FuzzTest(maxDuration = "2m")
    void metadata(String xml) {
        if (xml != null) {
            TARGETS.metadata(xml);
        }
    }

    static Stream<Object[]> sessions() {
        return TARGETS.sessions().stream().map(seed -> new Object[] {seed});
    }

    @MethodSource("sessions")
    @FuzzTest(maxDuration = "2m")
    void session(String token) {
        if (token != null) {
            TARGETS.session(token);
        }
    }
}
