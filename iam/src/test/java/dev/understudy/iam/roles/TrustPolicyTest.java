package dev.understudy.iam.roles;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What trust policies may name, how it is stored, and how it is shown. */
class TrustPolicyTest {
    private static final String ALICE = "arn:aws:iam::111122223333:user/alice";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private static String trust(String principal) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + principal
                + ",\"Action\":\"sts:AssumeRole\"}]}";
    }

    private static String aws(String value) {
        return trust("{\"AWS\":\"" + value + "\"}");
    }

    private Answer create(String trustPolicy) {
        return admin.call("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", trustPolicy);
    }

    private Answer update(String trustPolicy) {
        return admin.call("UpdateAssumeRolePolicy", "RoleName", "r", "PolicyDocument", trustPolicy);
    }

    private String shown() {
        return decoded(admin.call("GetRole", "RoleName", "r").ok());
    }

    private static String decoded(Answer answer) {
        return URLDecoder.decode(answer.text("AssumeRolePolicyDocument"), StandardCharsets.UTF_8);
    }

    private String stored() {
        return Objects.requireNonNull(world.account(TRUSTING).role("r")).trustPolicy().text();
    }

    private void deleteUser(String name) {
        String key = admin.call("ListAccessKeys", "UserName", name).ok().text("AccessKeyId");
        admin.call("DeleteAccessKey", "UserName", name, "AccessKeyId", key).ok();
        admin.call("DeleteUser", "UserName", name).ok();
    }

    @Test
    void anUnknownPrincipalIsRefusedInAwsWords() {
        world.user(TRUSTING, "alice");
        for (String unknown :
                List.of(
                        "arn:aws:iam::111122223333:user/bob",
                        "arn:aws:iam::111122223333:user/Alice",
                        "arn:aws:iam::111122223333:user/team/alice",
                        "arn:aws-cn:iam::111122223333:user/alice",
                        "arn:aws:iam::444455556666:user/alice",
                        "arn:aws:iam::111122223333:role/nobody",
                        "arn:aws:iam::111122223333:role/r",
                        "arn:aws:iam::111122223333:group/all",
                        "arn:aws:iam::999999999999:root",
                        "arn:aws:sts::999999999999:assumed-role/a/b",
                        "arn:aws:sts::111122223333:root",
                        "arn:aws:iam::111122223333:user/*",
                        "999999999999",
                        "AIDAJQABLZS4A3QDU576Q",
                        "alice")) {
            create(aws(unknown))
                    .refused(
                            400,
                            "MalformedPolicyDocument",
                            "Invalid principal in policy: \"AWS\":\"" + unknown + "\"");
        }
        assertThat(world.account(TRUSTING).role("r")).isNull();
    }

    @Test
    void anUnknownServiceIsRefusedInAwsWords() {
        for (String unknown :
                List.of("lambda.example.com", "amazonaws.com.example", "EC2.amazonaws.com")) {
            create(trust("{\"Service\":\"" + unknown + "\"}"))
                    .refused(
                            400,
                            "MalformedPolicyDocument",
                            "Invalid principal in policy: \"SERVICE\":\"" + unknown + "\"");
        }
        create(trust("{\"Service\":[\"ec2.amazonaws.com\",\"ec2.amazonaws.com.cn\"]}")).ok();
    }

    @Test
    void otherFaultsHaveAwsWordsToo() {
        Map<String, String> messages =
                Map.of(
                        "{",
                        "This policy contains invalid Json",
                        aws("*").replace("sts:AssumeRole", "s3:GetObject"),
                        "AssumeRole policy may only specify STS AssumeRole actions.",
                        aws("*").replace("\"Action\"", "\"Resource\":\"*\",\"Action\""),
                        "Has prohibited field Resource");
        messages.forEach((document, message) ->
                create(document).refused(400, "MalformedPolicyDocument", message));
    }

    @Test
    void usersAndRolesAreStoredByIdAndShownByArn() {
        world.user(TRUSTING, "alice");
        world.user(TRUSTED, "carol");
        String carol = "arn:aws:iam::444455556666:user/carol";
        create(trust("{\"AWS\":[\"" + ALICE + "\",\"" + carol + "\"]}")).ok();
        assertThat(stored()).doesNotContain("alice", "carol");
        assertThat(stored().split("AIDA", -1)).hasSize(3);
        assertThat(shown()).isEqualTo(trust("{\"AWS\":[\"" + ALICE + "\",\"" + carol + "\"]}"));
        update(aws("arn:aws:iam::111122223333:role/r")).ok();
        assertThat(stored()).contains("AROA").doesNotContain("role/r");
    }

    @Test
    void theRestIsStoredAsItIsWritten() {
        create(aws("*")).ok();
        for (String value :
                List.of(
                        "*",
                        "444455556666",
                        "arn:aws:iam::444455556666:root",
                        "arn:aws:sts::444455556666:assumed-role/some/session",
                        "arn:aws:sts::444455556666:federated-user/bob")) {
            update(aws(value)).ok();
            assertThat(stored()).isEqualTo(aws(value));
            assertThat(shown()).isEqualTo(aws(value));
        }
    }

    @Test
    void onlyPrincipalsAreRewritten() {
        world.user(TRUSTING, "alice");
        String document =
                "{\n  \"Version\" : \"2012-10-17\", \"Id\": \""
                        + ALICE
                        + "\",\n \"Statement\": ["
                        + "{\"Sid\":\"a\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                        + ALICE
                        + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"ArnEquals\":"
                        + "{\"aws:PrincipalArn\":\""
                        + ALICE
                        + "\"}}}]}\n";
        Answer created = create(document).ok();
        assertThat(decoded(created)).isEqualTo(document);
        String id = Objects.requireNonNull(world.account(TRUSTING).user("alice")).id();
        assertThat(stored()).isEqualTo(document.replace("{\"AWS\":\"" + ALICE, "{\"AWS\":\"" + id));
        assertThat(shown()).isEqualTo(document);
    }

    @Test
    void aRenamedUserIsShownByTheNewName() {
        world.user(TRUSTING, "alice");
        create(aws(ALICE)).ok();
        admin.call("UpdateUser", "UserName", "alice", "NewUserName", "alicia", "NewPath", "/a/")
                .ok();
        assertThat(shown()).isEqualTo(aws("arn:aws:iam::111122223333:user/a/alicia"));
    }

    @Test
    void aDeletedPrincipalStaysAnIdAndCannotBeSavedAgain() {
        world.user(TRUSTING, "alice");
        create(aws(ALICE)).ok();
        String id = Objects.requireNonNull(world.account(TRUSTING).user("alice")).id();
        update(aws(id)).ok();
        assertThat(shown()).isEqualTo(aws(ALICE));
        deleteUser("alice");
        assertThat(shown()).isEqualTo(aws(id));
        world.user(TRUSTING, "alice");
        assertThat(shown()).isEqualTo(aws(id));
        update(shown())
                .refused(
                        400,
                        "MalformedPolicyDocument",
                        "Invalid principal in policy: \"AWS\":\"" + id + "\"");
    }

    @Test
    void aRoleMadeAgainIsNotTrustedUntilThePolicyIsSavedAgain() {
        String mayAssume =
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}";
        String deploy = "arn:aws:iam::111122223333:role/deploy";
        createDeploy(mayAssume);
        create(aws(deploy)).ok();
        String target = "arn:aws:iam::111122223333:role/r";
        assume(asDeploy(), target).ok();
        admin.call("DeleteRolePolicy", "RoleName", "deploy", "PolicyName", "p").ok();
        admin.call("DeleteRole", "RoleName", "deploy").ok();
        createDeploy(mayAssume);
        assertThat(shown()).contains("AROA").doesNotContain("deploy");
        // Its own policy allows it, which in one account would do if the trust policy named the
        // account; it names a role that is gone.
        assume(asDeploy(), target).refused("AccessDenied");
        update(aws(deploy)).ok();
        assume(asDeploy(), target).ok();
    }

    private void createDeploy(String policy) {
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "deploy",
                        "AssumeRolePolicyDocument",
                        aws("111122223333"))
                .ok();
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "deploy",
                        "PolicyName",
                        "p",
                        "PolicyDocument",
                        policy)
                .ok();
    }

    private Client asDeploy() {
        return world.client(assume(admin, "arn:aws:iam::111122223333:role/deploy").ok());
    }

    private static Answer assume(Client client, String role) {
        return client.call("AssumeRole", "RoleArn", role, "RoleSessionName", "session");
    }

    @Test
    void theSizeCountsNoBlanks() {
        String document = aws("*").replace("{\"Effect\"", "{\"Sid\":\"\",\"Effect\"");
        String full = document.replace("\"\"", "\"" + "a".repeat(2_048 - document.length()) + "\"");
        create(full.replace("]}", " ".repeat(500) + "]}")).ok();
        update(full.replace("\"a", "\"aa"))
                .refused(409, "LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048");
        assertThat(shown().replace(" ", "")).isEqualTo(full);
    }
}
