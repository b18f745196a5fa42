package dev.understudy.sts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An assertion is good once, and a memory that is full believes nobody. */
class AssertionMemoryTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String ACCOUNT = "111122223333";

    @Test
    void onceUntilItIsOver() {
        AssertionMemory memory = new AssertionMemory();
        Instant until = NOW.plusSeconds(300);
        assertThat(memory.use(ACCOUNT, "a", until, NOW)).isTrue();
        assertThat(memory.use(ACCOUNT, "a", until, NOW)).isFalse();
        assertThat(memory.use(ACCOUNT, "a", until, until)).isFalse();
        assertThat(memory.use("444455556666", "a", until, NOW)).isTrue();
    }

    @Test
    void aFullMemoryRefusesUntilSomethingInItIsOver() {
        AssertionMemory memory = new AssertionMemory(3);
        for (int i = 0; i < 3; i++) {
            assertThat(memory.use(ACCOUNT, "a" + i, NOW.plusSeconds(10 + i), NOW)).isTrue();
        }
        assertThat(memory.use(ACCOUNT, "b", NOW.plusSeconds(300), NOW)).isFalse();
        assertThat(memory.use("444455556666", "b", NOW.plusSeconds(300), NOW))
                .as("another account's")
                .isTrue();
        assertThat(memory.use(ACCOUNT, "b", NOW.plusSeconds(300), NOW.plusSeconds(11))).isTrue();
        assertThat(memory.use(ACCOUNT, "c", NOW.plusSeconds(300), NOW.plusSeconds(11))).isFalse();
    }

    @Test
    void ofManyAtOnceOneIsTheFirst() {
        AssertionMemory memory = new AssertionMemory();
        AtomicInteger firsts = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> {
                    if (memory.use(ACCOUNT, "a", NOW.plusSeconds(300), NOW)) {
                        firsts.incrementAndGet();
                    }
                });
            }
        }
        assertThat(firsts).hasValue(1);
    }
}
