package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Random;

class UtcSecondsTest {
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void readsWhatTheClockWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long seconds = random.nextLong(YEAR_0, YEAR_9999);
            String text = Instant.ofEpochSecond(seconds).toString();
            assertThat(UtcSeconds.isWritten(text)).as(text).isTrue();
            assertThat(UtcSeconds.read(text)).as(text).isEqualTo(seconds);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24",
                "2026-11-24T09:30:00",
                "2026-11-24T09:30:00+",
                "2026-11-24t09:30:00Z",
                "2026-13-24T09:30:00Z",
                "2026-00-24T09:30:00Z",
                "2026-11-31T09:30:00Z",
                "2026-02-29T09:30:00Z",
                "2100-02-29T09:30:00Z",
                "2026-11-00T09:30:00Z",
                "2026-11-24T24:00:00Z",
                "2026-11-24T09:60:00Z",
                "2026-11-24T09:30:60Z",
                "-026-11-24T09:30:00Z",
            })
    void leavesOtherFormsToOthers(String text) {
        assertThat(UtcSeconds.isWritten(text)).isFalse();
    }

    @Test
    void knowsLeapDays() {
        assertThat(UtcSeconds.read("2024-02-29T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-02-29T00:00:00Z").getEpochSecond());
        assertThat(UtcSeconds.isWritten("2000-02-29T00:00:00Z")).isTrue();
    }
}
