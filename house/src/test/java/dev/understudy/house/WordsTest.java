package dev.understudy.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calls and words that the code does without. */
class WordsTest {
    private static final Predicate<Path> IN_SERVER =
            file -> Checkout.name(file).startsWith("server/");
    private static final Predicate<Path> IN_BENCH =
            file -> Checkout.name(file).startsWith("bench/");
    private static final Predicate<Path> NOWHERE = file -> false;

    @Test
    void timeComesInAsAnArgument() {
        forbid(
                "main",
                IN_SERVER.or(IN_BENCH),
                "Instant.now(",
                "System.currentTimeMillis(",
                "Clock.system",
                "InstantSource.system(");
    }

    @Test
    void onlyTheCommandLinePrints() {
        forbid("main", IN_SERVER.or(IN_BENCH), "System.out", "System.err", ".printStackTrace(");
    }

    @Test
    void nothingIsLeftBehind() {
        forbid("main", NOWHERE, "TO" + "DO", "FIX" + "ME", "XX" + "X ");
        forbid("test", NOWHERE, "TO" + "DO", "FIX" + "ME", "@Dis" + "abled");
    }

    @Test
    void testsNeitherMockNorSleep() {
        forbid(
                "test",
                NOWHERE,
                "org.mock" + "ito",
                "org.easy" + "mock",
                "Thread.sl" + "eep(",
                "TimeUnit.SECONDS.sl" + "eep(");
    }

    @Test
    void nothingPinsAVirtualThreadOrLocksByMonitor() {
        forbid("main", NOWHERE, "ThreadLocal<", "CompletableFuture<");
    }

    private static void forbid(String sourceSet, Predicate<Path> exempt, String... words) {
        List<String> found = new ArrayList<>();
        for (Path file : Checkout.javaFiles(sourceSet)) {
            if (!exempt.test(file)) {
                String text = Checkout.text(file);
                Stream.of(words)
                        .filter(text::contains)
                        .forEach(word -> found.add(Checkout.name(file) + ": " + word));
            }
        }
        assertThat(found).isEmpty();
    }
}
