package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever is asked, there is an answer, and soon. */
class HostileCatalogTest {
    private static final ServiceCatalog AWS = ServiceCatalog.aws();
    private static final int HUGE = 1_000_000;

    static Stream<String> hostile() {
        return Stream.of(
                "s3:" + "G".repeat(HUGE),
                "x".repeat(HUGE) + ":GetObject",
                "s3:" + "*".repeat(HUGE) + "Nothing",
                "s3:" + "*?".repeat(HUGE),
                "*a".repeat(HUGE),
                "*:" + "*e".repeat(100),
                "\0",
                "s3:Get\0Object",
                "s3\0:GetObject",
                "s3:GetObject\0",
                ":".repeat(HUGE),
                "aws:ResourceTag/" + "/".repeat(HUGE),
                "events:Metadata/" + "/Matcher".repeat(HUGE / 8) + "x",
                ".".repeat(HUGE) + ":sub",
                "arn:aws:s3:::" + "/".repeat(HUGE),
                "\uD800",
                "\uFFFF\uFFFE",
                "${TagKey}",
                "s3:\t\n");
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String text) {
        assertThat(AWS.action(text)).isNull();
        assertThat(AWS.matching(text)).isNotNull();
        assertThat(AWS.similarActions(text, 3)).hasSizeLessThanOrEqualTo(3);
        assertThat(AWS.judged(text, text)).isInstanceOf(Judged.UnknownAction.class);
        assertThat(AWS.hasService(text)).isFalse();
        assertThat(AWS.resourceType("s3", text)).isNull();
        assertThat(AWS.resourceTypes(text)).isEmpty();
        assertThat(AWS.conditionKey(text)).matches(key -> key == null || key.name().contains("${"));
        assertThat(
                        AWS.resourceTypes("s3").stream()
                                .filter(type -> type.matches(text))
                                .map(ResourceType::name))
                .isSubsetOf("object", "storagelensconfiguration");
    }

    /** The long s and the Kelvin sign fold to ASCII letters in Unicode, and AWS is not Unicode. */
    @Test
    void noLetterOutsideAsciiIsALetterOfAName() {
        assertThat(AWS.action("\u017F3:GetObject")).isNull();
        assertThat(AWS.action("\u212Ams:Decrypt")).isNull();
        assertThat(AWS.matching("\u212Ams:*")).isEmpty();
        assertThat(AWS.conditionKey("aws:\u017FourceIp")).isNull();
    }

    @Test
    void manyThreadsSeeTheSame() throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<List<ActionDefinition>>> found =
                    IntStream.range(0, 16)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        start.await();
                                        return ServiceCatalog.aws().matching("ec2:*");
                                    }))
                            .toList();
            start.countDown();
            for (Future<List<ActionDefinition>> one : found) {
                assertThat(one.get()).isEqualTo(AWS.matching("ec2:*")).isNotEmpty();
            }
        }
    }
}
