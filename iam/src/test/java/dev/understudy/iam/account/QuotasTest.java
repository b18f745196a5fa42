package dev.understudy.iam.account;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;
import dev.understudy.operation.Quota;
import dev.understudy.operation.Quotas;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Quotas of the server and of one account, in the operations and in GetAccountSummary. */
class QuotasTest {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";

    private static final String S3 =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::data/*\"}}";

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

    @Test
    void sizesTagsAndThumbprintsCanBeSet() {
        Quotas quotas =
                new Quotas(
                        Map.of(
                                Quota.USER_POLICY_SIZE, 100,
                                Quota.TAGS_PER_RESOURCE, 1,
                                Quota.THUMBPRINTS_PER_OPEN_ID_CONNECT_PROVIDER, 1),
                        Map.of());
        try (World world = new World(quotas)) {
            Client admin = world.admin(TRUSTING);
            tagged(admin, "one").ok();
            tagged(admin, "one", "two")
                    .refused(
                            409,
                            "LimitExceeded",
                            "The number of tags has reached the maximum limit.");
            admin.call("PutUserPolicy", "UserName", "one", "PolicyName", "p", "PolicyDocument", S3)
                    .refused(
                            409,
                            "LimitExceeded",
                            "Maximum policy size of 100 bytes exceeded for user one");
            admin.call(
                            "CreateOpenIDConnectProvider",
                            "Url",
                            "https://id.example.org",
                            "ThumbprintList.member.1",
                            "1".repeat(40),
                            "ThumbprintList.member.2",
                            "2".repeat(40))
                    .refused(
                            400,
                            "InvalidInput",
                            "Thumbprint list must contain fewer than 1 entries.");
            assertThat(summary(admin, "UserPolicySizeQuota")).isEqualTo("100");
        }
    }

    /** Creates a user named after the first tag. */
    private static Answer tagged(Client client, String... keys) {
        List<String> parameters = new ArrayList<>(List.of("UserName", keys[0]));
        for (int i = 0; i < keys.length; i++) {
            String tag = "Tags.member." + (i + 1);
            parameters.addAll(List.of(tag + ".Key", keys[i], tag + ".Value", "v"));
        }
        return client.call("CreateUser", parameters.toArray(String[]::new));
    }

    @Test
    void theTableListsAll() throws IOException {
        Path table = SampleFiles.root().resolveSibling("QUOTAS.md");
        List<String> rows =
                Files.readAllLines(table).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                        .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Quota.values())
                                .map(quota ->
                                        String.format(
                                                Locale.ROOT,
                                                "| `%s` | %,d | %,d",
                                                quota.wire(),
                                                quota.standard(),
                                                quota.most()))
                                .toList());
    }
}
