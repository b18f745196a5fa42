package dev.understudy.iam.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.VirtualDevice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The test vectors of RFC 4226, appendix D, and RFC 6238, appendix B (SHA-1, cut to six digits).
 */
class TotpTest {
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void countersOfRfc4226() {
        List<String> codes =
                List.of(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922",
                        "162583", "399871", "520489");
        for (int counter = 0; counter < codes.size(); counter++) {
            assertThat(Totp.code(SEED, counter)).isEqualTo(codes.get(counter));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void timesOfRfc6238(long seconds, String code) {
        Instant at = Instant.ofEpochSecond(seconds);
        assertThat(Totp.code(SEED, Totp.step(at))).isEqualTo(code);
        assertThat(Totp.matches(SEED, Totp.step(at), code)).isTrue();
        assertThat(Totp.matches(SEED, Totp.step(at) + 1, code)).isFalse();
        assertThat(new VirtualDevice("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").code(at, 0))
                .as("the tests' own device agrees")
                .isEqualTo(code);
    }
}
