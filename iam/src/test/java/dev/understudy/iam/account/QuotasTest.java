package dev.understudy.iam.account;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.operation.Quota;
import dev.understudy.operation.Quotas;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Quotas of the server and of one account, in the operations and in GetAccountSummary. */
class QuotasTest {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";

    private static Answer role(Client client, String name) {
        return client.call("CreateRole", "RoleName", name, "AssumeRolePolicyDocument", TRUST);
    }

    private static String summary(Client client, String key) {
        Answer answer = client.call("GetAccountSummary").ok();
        List<String> keys = answer.texts("key");
        return answer.texts("value").get(keys.indexOf(key));
    }

    @Test
    void anAccountsOwnQuotaWins() {
        Quotas quotas =
                new Quotas(
                        Map.of(Quota.ROLES_PER_ACCOUNT, 1, Quota.VERSIONS_PER_POLICY, 2),
                        Map.of(TRUSTED, Map.of(Quota.ROLES_PER_ACCOUNT, 2)));
        try (World world = new World(quotas)) {
            Client trusting = world.admin(TRUSTING);
            Client trusted = world.admin(TRUSTED);
            role(trusting, "a").ok();
            role(trusting, "b")
                    .refused(409, "LimitExceeded", "Cannot exceed quota for RolesPerAccount: 1");
            role(trusted, "a").ok();
            role(trusted, "b").ok();
            role(trusted, "c")
                    .refused(409, "LimitExceeded", "Cannot exceed quota for RolesPerAccount: 2");
            assertThat(summary(trusting, "RolesQuota")).isEqualTo("1");
            assertThat(summary(trusted, "RolesQuota")).isEqualTo("2");
            assertThat(summary(trusted, "VersionsPerPolicyQuota")).isEqualTo("2");
            assertThat(summary(trusted, "UsersQuota")).isEqualTo("5000");
        }
    }

    @Test
    void noMoreThanAwsGives() {
        assertThatThrownBy(() -> new Quotas(Map.of(Quota.ROLES_PER_ACCOUNT, 5_001), Map.of()))
                .hasMessage("RolesPerAccount is from 1 to 5000, and not 5001");
        for (Quota quota : Quota.values()) {
            assertThat(quota.standard()).isBetween(1, quota.most());
            assertThat(Quota.named(quota.wire())).isEqualTo(quota);
        }
    }
}
