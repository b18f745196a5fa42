package dev.understudy.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

/** Ids carry their account as AWS's do. */
class UniqueIdsTest {
    @ParameterizedTest
    @CsvSource({
        "123456789012, AKIARZPUZDIKA",
        "111122223333, AKIARTX3GSDSQ",
        "000000000000, AKIAQAAAAAAAA",
        "999999999999, AKIA6RVFFB77Q"
    })
    void knownAccounts(String account, String start) {
        String id = UniqueIds.next("AKIA", AccountId.of(account), new Random(1));
        // The last letter that is given tells odd from even by its half of the alphabet.
        assertThat(id).hasSize(20).startsWith(start.substring(0, 12));
        assertThat(id.charAt(12) >= 'Q' || id.charAt(12) < 'A').isEqualTo(start.charAt(12) == 'Q');
        assertThat(UniqueIds.accountOf(id)).isEqualTo(AccountId.of(account));
    }

    @Test
    void aRealId() {
        assertThat(UniqueIds.accountOf("ASIAQNZGKIQY56JQ7WML"))
                .isEqualTo(AccountId.of("029608264753"));
    }

    @Test
    void everyAccountComesBack() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            AccountId account =
                    AccountId.of("%012d".formatted(random.nextLong(1_000_000_000_000L)));
            String id = UniqueIds.next(i % 2 == 0 ? "AROA" : "ASIA", account, random);
            assertThat(id).matches("[A-Z2-7]{20,21}");
            assertThat(UniqueIds.accountOf(id)).isEqualTo(account);
        }
    }

    @ParameterizedTest
    @CsvSource({"AKIA", "AKIA1111111111111111", "AKIAIOSFODNN7EXAMPLE", "''"})
    void whatCarriesNoAccount(String id) {
        assertThat(UniqueIds.accountOf(id)).isNull();
    }
}
