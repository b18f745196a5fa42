package dev.understudy.iam.account;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The account's name and its summary. */
class AccountOperationsTest {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                    + "\"Resource\":\"*\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer name(Client client, String alias) {
        return client.call("CreateAccountAlias", "AccountAlias", alias);
    }

    private List<String> names() {
        return admin.call("ListAccountAliases").ok().texts("member");
    }

    @Test
    void anAccountHasOneNameAndItIsItsOwn() {
        assertThat(names()).isEmpty();
        name(admin, "unicorns").ok();
        name(admin, "horses").ok();
        assertThat(names()).containsExactly("horses");
        Client other = world.admin(TRUSTED);
        name(other, "horses")
                .refused(409, "EntityAlreadyExists", "The account alias horses already exists.");
        name(other, "unicorns").ok();
        admin.call("DeleteAccountAlias", "AccountAlias", "unicorns")
                .refused(404, "NoSuchEntity", "The account alias unicorns cannot be found.");
        admin.call("DeleteAccountAlias", "AccountAlias", "horses").ok();
        assertThat(names()).isEmpty();
        name(other, "horses").ok();
    }

    @Test
    void namesHaveAForm() {
        for (String bad : List.of("ab", "Ab-c", "-abc", "abc-", "a--b", "a_b", "123456789012")) {
            name(admin, bad).refused("ValidationError");
        }
        name(admin, "12345678901").ok();
        admin.call("ListAccountAliases", "Marker", "nonsense")
                .refused(400, "ValidationError", "Invalid Marker.");
    }

    @Test
    void theSummaryCounts() {
        Map<String, Integer> before = summary();
        assertThat(before)
                .containsEntry("Users", 1)
                .containsEntry("Roles", 0)
                .containsEntry("AccountAccessKeysPresent", 0)
                .containsEntry("UsersQuota", 5_000)
                .containsEntry("AssumeRolePolicySizeQuota", 2_048)
                .containsEntry("MFADevices", 0)
                .containsEntry("ServerCertificates", 0);
        admin.call("CreateUser", "UserName", "u").ok();
        admin.call("CreateGroup", "GroupName", "g").ok();
        admin.call("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", TRUST).ok();
        Answer policy =
                admin.call("CreatePolicy", "PolicyName", "p", "PolicyDocument", POLICY).ok();
        admin.call("CreatePolicyVersion", "PolicyArn", policy.text("Arn"), "PolicyDocument", POLICY)
                .ok();
        admin.call("CreateInstanceProfile", "InstanceProfileName", "i").ok();
        admin.call("CreateOpenIDConnectProvider", "Url", "https://example.com").ok();
        world.root(TRUSTING);
        assertThat(summary())
                .containsEntry("Users", 2)
                .containsEntry("Groups", 1)
                .containsEntry("Roles", 1)
                .containsEntry("Policies", 1)
                .containsEntry("PolicyVersionsInUse", 2)
                .containsEntry("InstanceProfiles", 1)
                .containsEntry("Providers", 1)
                .containsEntry("AccountAccessKeysPresent", 1)
                .hasSameSizeAs(before);
    }

    private Map<String, Integer> summary() {
        Answer answer = admin.call("GetAccountSummary").ok();
        Map<String, Integer> map = new HashMap<>();
        List<String> keys = answer.texts("key");
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), Integer.valueOf(answer.texts("value").get(i)));
        }
        return map;
    }

    @Test
    void eachNeedsItsPermission() {
        Client nobody = world.user(TRUSTING, "nobody");
        for (String action :
                List.of(
                        "ListAccountAliases",
                        "GetAccountSummary",
                        "GetAccountAuthorizationDetails")) {
            nobody.call(action).refused("AccessDenied");
        }
        name(nobody, "mine").refused("AccessDenied");
        nobody.call("DeleteAccountAlias", "AccountAlias", "mine").refused("AccessDenied");
    }
}
