package dev.understudy.iam.accesskeys;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.SealBroken;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/** Access keys: what they open, for whom, and that a secret is told once. */
class AccessKeysTest {
    private static final String OWN_KEYS_ONLY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Action\":\"iam:*AccessKey*\","
                    + "\"Resource\":\"arn:aws:iam::*:user/${aws:username}\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Client made(Answer created) {
        return world.client(created.text("AccessKeyId"), created.text("SecretAccessKey"), null);
    }

    private Client newKey(String user) {
        return made(admin.call("CreateAccessKey", "UserName", user).ok());
    }

    private Answer update(String user, Client key, String status) {
        String[] parameters = {
            "UserName", user, "AccessKeyId", key.accessKeyId(), "Status", status
        };
        return admin.call("UpdateAccessKey", parameters);
    }

    @Test
    void aNewKeyOpensTheDoorWithASecretOfFortyCharacters() {
        admin.call("CreateUser", "UserName", "ann").ok();
        Answer created = admin.call("CreateAccessKey", "UserName", "ANN").ok();
        assertThat(created.text("AccessKeyId")).matches("AKIA[A-Z2-7]{16}");
        assertThat(created.text("SecretAccessKey")).matches("[A-Za-z0-9/+]{40}");
        assertThat(created.text("UserName")).isEqualTo("ann");
        assertThat(created.text("CreateDate")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(made(created).call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::111122223333:user/ann");
    }

    @Test
    void aSecretIsToldOnceAndKeptSealed() {
        Client ann = world.user(TRUSTING, "ann");
        Answer listed = admin.call("ListAccessKeys", "UserName", "ann").ok();
        assertThat(listed.texts("AccessKeyId")).containsExactly(ann.accessKeyId());
        assertThat(listed.toString()).doesNotContain(ann.secret()).doesNotContain("Secret");
        AccessKey stored =
                Objects.requireNonNull(world.account(TRUSTING).accessKey(ann.accessKeyId()));
        assertThat(stored.toString()).doesNotContain(ann.secret());
        assertThat(new String(NewAccessKey.open(stored, world.keyring()), StandardCharsets.UTF_8))
                .isEqualTo(ann.secret());
    }

    @Test
    void aSealHoldsForItsOwnKeyAndKeyringOnly() {
        Keyring keyring = world.keyring();
        NewAccessKey made =
                NewAccessKey.of("AKIAEXAMPLE000000001", "s3cret", "AIDA", world.instant(), keyring);
        assertThat(made.toString()).doesNotContain("s3cret");
        AccessKey key = made.key();
        AccessKey moved =
                new AccessKey(
                        "AKIAEXAMPLE000000002",
                        key.userId(),
                        key.status(),
                        key.createDate(),
                        key.secret());
        assertThatThrownBy(() -> NewAccessKey.open(moved, keyring)).isInstanceOf(SealBroken.class);
        Keyring other = Keyring.inMemory(new SecureRandom());
        assertThatThrownBy(() -> NewAccessKey.open(key, other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void anInactiveKeyOpensNothingUntilItIsActiveAgain() {
        Client ann = world.user(TRUSTING, "ann");
        update("ann", ann, "Inactive").ok();
        ann.call("GetCallerIdentity").refused("InvalidClientTokenId");
        assertThat(admin.call("ListAccessKeys", "UserName", "ann").ok().text("Status"))
                .isEqualTo("Inactive");
        update("ann", ann, "Active").ok();
        ann.call("GetCallerIdentity").ok();
        update("ann", ann, "Expired").refused("InvalidInput");
        update("ann", ann, "active").refused("ValidationError");
    }

    @Test
    void aDeletedKeyOpensNothing() {
        Client ann = world.user(TRUSTING, "ann");
        String[] key = {"UserName", "ann", "AccessKeyId", ann.accessKeyId()};
        admin.call("DeleteAccessKey", key).ok();
        ann.call("GetCallerIdentity").refused("InvalidClientTokenId");
        admin.call("DeleteAccessKey", key)
                .refused(
                        404,
                        "NoSuchEntity",
                        "The Access Key with id " + ann.accessKeyId() + " cannot be found.");
    }

    @Test
    void inactiveKeysCountForTheQuotaAndDeletedOnesDoNot() {
        Client first = world.user(TRUSTING, "ann");
        Client second = newKey("ann");
        update("ann", first, "Inactive").ok();
        admin.call("CreateAccessKey", "UserName", "ann")
                .refused(409, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2");
        String[] gone = {"UserName", "ann", "AccessKeyId", first.accessKeyId()};
        admin.call("DeleteAccessKey", gone).ok();
        newKey("ann").call("GetCallerIdentity").ok();
        second.call("GetCallerIdentity").ok();
    }

    @Test
    void theKeyOfAnotherUserIsNoneOfThisOnes() {
        Client ann = world.user(TRUSTING, "ann");
        world.user(TRUSTING, "bob");
        String missing = "The Access Key with id " + ann.accessKeyId() + " cannot be found.";
        String[] wrong = {"UserName", "bob", "AccessKeyId", ann.accessKeyId()};
        admin.call("DeleteAccessKey", wrong).refused(404, "NoSuchEntity", missing);
        update("bob", ann, "Inactive").refused(404, "NoSuchEntity", missing);
        ann.call("GetCallerIdentity").ok();
    }

    @Test
    void withoutANameTheCallersOwnKeysAreMeant() {
        Client ann = world.userWith(TRUSTING, "ann", OWN_KEYS_ONLY);
        Client second = made(ann.call("CreateAccessKey").ok());
        assertThat(new Pages(ann, "ListAccessKeys").oneByOne("AccessKeyId"))
                .containsExactlyInAnyOrder(ann.accessKeyId(), second.accessKeyId());
        ann.call("DeleteAccessKey", "AccessKeyId", second.accessKeyId()).ok();
        ann.call("CreateAccessKey", "UserName", "admin").refused("AccessDenied");
        String[] foreign = {"UserName", "admin", "AccessKeyId", admin.accessKeyId()};
        ann.call("DeleteAccessKey", foreign).refused("AccessDenied");
    }

    @Test
    void theRootUserHasKeysOfItsOwn() {
        Client root = world.root(TRUSTING);
        Client second = made(root.call("CreateAccessKey").ok());
        assertThat(second.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(root.call("ListAccessKeys").ok().texts("AccessKeyId"))
                .containsExactlyInAnyOrder(root.accessKeyId(), second.accessKeyId());
        root.call("CreateAccessKey").refused("LimitExceeded");
        root.call("DeleteAccessKey", "AccessKeyId", second.accessKeyId()).ok();
        second.call("GetCallerIdentity").refused("InvalidClientTokenId");
    }

    @Test
    void aSessionOfARoleMustNameWhomItMeans() {
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"}}";
        String arn =
                admin.call("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", trust)
                        .ok()
                        .text("Arn");
        Answer session =
                admin.call("AssumeRole", "RoleArn", arn, "RoleSessionName", "session").ok();
        for (String action : List.of("CreateAccessKey", "ListAccessKeys")) {
            world.client(session)
                    .call(action)
                    .refused(
                            400,
                            "ValidationError",
                            "Must specify userName when calling with non-User credentials");
        }
    }

    @Test
    void aKeyThatWasNeverUsedSaysSo() {
        Client ann = world.user(TRUSTING, "ann");
        Answer used = admin.call("GetAccessKeyLastUsed", "AccessKeyId", ann.accessKeyId()).ok();
        assertThat(used.text("UserName")).isEqualTo("ann");
        assertThat(used.text("ServiceName")).isEqualTo("N/A");
        assertThat(used.text("Region")).isEqualTo("N/A");
        assertThat(used.has("LastUsedDate")).isFalse();
    }

    @Test
    void whoMayNotAskLearnsNotWhetherAKeyExists() {
        Client nobody = world.user(TRUSTING, "nobody");
        String unknown = "AKIAAAAAAAAAAAAAAAAA";
        String known = admin.accessKeyId();
        String foreign = world.admin(TRUSTED).accessKeyId();
        for (String id : List.of(unknown, known, foreign)) {
            nobody.call("GetAccessKeyLastUsed", "AccessKeyId", id)
                    .refused(
                            403,
                            "AccessDenied",
                            "User: arn:aws:iam::111122223333:user/nobody is not authorized to"
                                    + " perform: iam:GetAccessKeyLastUsed on resource: access key "
                                    + id
                                    + " because no identity-based policy allows the"
                                    + " iam:GetAccessKeyLastUsed action");
        }
        admin.call("GetAccessKeyLastUsed", "AccessKeyId", foreign).refused("AccessDenied");
    }
}
