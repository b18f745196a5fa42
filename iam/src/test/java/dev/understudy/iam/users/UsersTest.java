package dev.understudy.iam.users;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Permissions;
import dev.understudy.directory.User;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the stories of users leave out: quotas, pages, what a new name leaves as it was. */
class UsersTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String name, String... more) {
        String[] parameters = new String[more.length + 2];
        parameters[0] = "UserName";
        parameters[1] = name;
        System.arraycopy(more, 0, parameters, 2, more.length);
        return admin.call("CreateUser", parameters).ok();
    }

    private static String allow(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                + action
                + "\",\"Resource\":"
                + resource
                + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "AttachUserPolicy, PolicyArn, arn:aws:iam::aws:policy/AdministratorAccess",
        "DetachUserPolicy, PolicyArn, arn:aws:iam::aws:policy/AdministratorAccess",
        "DeleteUser, ,",
        "GetUser, ,",
        "UpdateUser, NewUserName, other",
        "DeleteUserPermissionsBoundary, ,",
        "DeleteUserPolicy, PolicyName, p",
        "GetUserPolicy, PolicyName, p",
        "ListAttachedUserPolicies, ,",
        "ListGroupsForUser, ,",
        "ListUserPolicies, ,",
        "ListUserTags, ,",
        "CreateAccessKey, ,",
        "ListAccessKeys, ,",
        "PutUserPermissionsBoundary, PermissionsBoundary, arn:aws:iam::aws:policy/ReadOnlyAccess",
        "UntagUser, TagKeys.member.1, a",
    })
    void whoIsMissingIsSaid(String action, String name, String value) {
        Answer answer =
                name == null
                        ? admin.call(action, "UserName", "ghost")
                        : admin.call(action, "UserName", "ghost", name, value);
        answer.refused(404, "NoSuchEntity", "The user with name ghost cannot be found.");
    }

    @Test
    void aRenamedUserKeepsItsIdKeysGroupsAndPolicies() {
        Client ann = world.user(TRUSTING, "ann");
        admin.call("CreateGroup", "GroupName", "staff").ok();
        admin.call("AddUserToGroup", "GroupName", "staff", "UserName", "ann").ok();
        admin.call("AttachGroupPolicy", "GroupName", "staff", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        String id = ann.call("GetUser").ok().text("UserId");
        admin.call("UpdateUser", "UserName", "ann", "NewUserName", "ANN").ok();
        Answer renamed = ann.call("GetUser").ok();
        assertThat(renamed.text("UserId")).isEqualTo(id);
        assertThat(renamed.text("UserName")).isEqualTo("ANN");
        assertThat(admin.call("GetGroup", "GroupName", "staff").ok().texts("UserName"))
                .containsExactly("ANN");
    }

    @Test
    void fiveThousandUsersAreTheMost() {
        User[] crowd = new User[4999];
        for (int i = 0; i < crowd.length; i++) {
            String id = "AIDA%017d".formatted(i);
            crowd[i] =
                    new User(
                            id,
                            "u" + i,
                            "/",
                            world.instant(),
                            Map.of(),
                            Permissions.NONE,
                            Set.of());
        }
        world.put(TRUSTING, crowd);
        admin.call("CreateUser", "UserName", "one-more")
                .refused(409, "LimitExceeded", "Cannot exceed quota for UsersPerAccount: 5000");
    }

    @Test
    void pagesNeitherSkipNorRepeatWhenUsersComeAndGo() {
        List.of("Bob", "dora", "Fay", "hal").forEach(this::create);
        int[] inserted = {0};
        List<String> seen =
                new Pages(admin, "ListUsers")
                        .oneByOne(
                                "UserName",
                                () -> {
                                    create("Aa" + inserted[0]++);
                                    admin.call("DeleteUser", "UserName", "Bob");
                                });
        assertThat(seen).containsExactly("admin", "dora", "Fay", "hal");
    }

    @Test
    void namesOfInlinePoliciesDifferInCaseToo() {
        create("ann");
        for (String name : List.of("read", "Read", "other")) {
            admin.call(
                            "PutUserPolicy",
                            "UserName",
                            "ann",
                            "PolicyName",
                            name,
                            "PolicyDocument",
                            allow("s3:*", "\"*\""))
                    .ok();
        }
        assertThat(new Pages(admin, "ListUserPolicies", "UserName", "ann").oneByOne("member"))
                .containsExactly("other", "Read", "read");
    }

    @Test
    void aPolicyMayBeReplacedWithinTheQuotaOfAllTogether() {
        create("ann");
        String thousand = allow("s3:*", "\"arn:aws:s3:::" + "b".repeat(1200) + "\"");
        admin.call("PutUserPolicy", policy("one", thousand)).ok();
        admin.call("PutUserPolicy", policy("one", thousand)).ok();
        admin.call("PutUserPolicy", policy("two", thousand))
                .refused(
                        409,
                        "LimitExceeded",
                        "Maximum policy size of 2048 bytes exceeded for user ann");
    }

    private static String[] policy(String name, String document) {
        return new String[] {
            "UserName", "ann", "PolicyName", name, "PolicyDocument", document,
        };
    }

    @Test
    void tenPoliciesAreTheMostThatCanBeAttached() {
        create("ann");
        for (int i = 0; i <= 10; i++) {
            String arn =
                    admin.call(
                                    "CreatePolicy",
                                    "PolicyName",
                                    "p" + i,
                                    "PolicyDocument",
                                    allow("s3:*", "\"*\""))
                            .ok()
                            .text("Arn");
            Answer answer = admin.call("AttachUserPolicy", "UserName", "ann", "PolicyArn", arn);
            if (i < 10) {
                answer.ok();
            } else {
                answer.refused(409, "LimitExceeded", "Cannot exceed quota for PoliciesPerUser: 10");
            }
        }
    }

    @Test
    void fiftyTagsAreTheMost() {
        create("ann");
        for (int i = 0; i < 50; i++) {
            admin.call("TagUser", tag("key" + i)).ok();
        }
        admin.call("TagUser", tag("KEY7")).ok();
        admin.call("TagUser", tag("key50"))
                .refused(409, "LimitExceeded", "The number of tags has reached the maximum limit.");
        admin.call("TagUser", tag("AWS:x")).refused("InvalidInput");
    }

    private static String[] tag(String key) {
        return new String[] {
            "UserName", "ann", "Tags.member.1.Key", key, "Tags.member.1.Value", "",
        };
    }
}
