package dev.understudy.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Files stay small: the median, the ninth decile, and the tail, whose list may shrink but not grow.
 */
class SizesTest {
    private static final int MEDIAN = 80;
    private static final int NINTH_DECILE = 250;
    private static final int LONGEST = 400;

    @Test
    void filesAreSmall() {
        List<Path> files = Checkout.javaFiles("main");
        int[] lengths = files.stream().mapToInt(SizesTest::lines).sorted().toArray();
        assertThat(lengths).isNotEmpty();
        assertThat(lengths[lengths.length / 2]).as("median").isLessThanOrEqualTo(MEDIAN);
        assertThat(lengths[lengths.length * 9 / 10])
                .as("ninth decile")
                .isLessThanOrEqualTo(NINTH_DECILE);
    }

    @Test
    void noFileIsLong() {
        assertThat(
                        Checkout.javaFiles("main").stream()
                                .filter(file -> lines(file) > LONGEST)
                                .map(file -> Checkout.name(file) + " " + lines(file)))
                .isEmpty();
    }

    private static int lines(Path file) {
        return (int) Checkout.text(file).lines().count();
    }

    @Test
    void methodsAreShort() {
        int[] lengths =
                Checkout.javaFiles("main").stream()
                        .flatMapToInt(file -> Arrays.stream(Methods.lengths(Checkout.text(file))))
                        .sorted()
                        .toArray();
        assertThat(lengths).isNotEmpty();
        assertThat(lengths[lengths.length * 9 / 10]).as("ninth decile").isLessThanOrEqualTo(20);
        assertThat(lengths[lengths.length - 1]).as("longest").isLessThanOrEqualTo(70);
    }
}
