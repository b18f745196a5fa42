package dev.understudy.iam.groups;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Group;
import dev.understudy.directory.Permissions;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What the stories of groups leave out: quotas, pages, and that members get what a group has. */
class GroupsTest {
    private static final String ARN = "arn:aws:iam::111122223333:group";
    private static final String LIST_GROUPS =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Action\":\"iam:ListGroups\",\"Resource\":\"*\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private void create(String... names) {
        for (String name : names) {
            admin.call("CreateGroup", "GroupName", name).ok();
        }
    }

    private void add(String user, String... groups) {
        for (String group : groups) {
            admin.call("AddUserToGroup", "GroupName", group, "UserName", user).ok();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GetGroup, ,",
        "DeleteGroup, ,",
        "UpdateGroup, NewGroupName, other",
        "AddUserToGroup, UserName, admin",
        "RemoveUserFromGroup, UserName, admin",
        "GetGroupPolicy, PolicyName, p",
        "DeleteGroupPolicy, PolicyName, p",
        "ListGroupPolicies, ,",
        "AttachGroupPolicy, PolicyArn, arn:aws:iam::aws:policy/AdministratorAccess",
        "DetachGroupPolicy, PolicyArn, arn:aws:iam::aws:policy/AdministratorAccess",
        "ListAttachedGroupPolicies, ,",
    })
    void whatIsMissingIsSaid(String action, String name, String value) {
        Answer answer =
                name == null
                        ? admin.call(action, "GroupName", "ghost")
                        : admin.call(action, "GroupName", "ghost", name, value);
        answer.refused(404, "NoSuchEntity", "The group with name ghost cannot be found.");
    }

    @Test
    void aMemberMayWhatItsGroupMayUntilItLeaves() {
        create("staff");
        Client ann = world.user(TRUSTING, "ann");
        ann.call("ListGroups").refused("AccessDenied");
        String[] policy = {
            "GroupName", "staff", "PolicyName", "list", "PolicyDocument", LIST_GROUPS,
        };
        admin.call("PutGroupPolicy", policy).ok();
        ann.call("ListGroups").refused("AccessDenied");
        add("ann", "STAFF");
        ann.call("ListGroups").ok();
        admin.call("UpdateGroup", "GroupName", "staff", "NewGroupName", "crew").ok();
        ann.call("ListGroups").ok();
        admin.call("RemoveUserFromGroup", "GroupName", "crew", "UserName", "ann").ok();
        ann.call("ListGroups").refused("AccessDenied");
        admin.call("RemoveUserFromGroup", "GroupName", "crew", "UserName", "ann")
                .refused("NoSuchEntity");
    }

    @Test
    void tenGroupsAreTheMostForAUser() {
        world.user(TRUSTING, "ann");
        for (int i = 0; i < 10; i++) {
            create("g" + i);
            add("ann", "g" + i);
        }
        create("g10");
        add("ann", "g3");
        admin.call("AddUserToGroup", "GroupName", "g10", "UserName", "ann")
                .refused(409, "LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10");
    }

    @Test
    void threeHundredGroupsAreTheMost() {
        Group[] groups = new Group[300];
        for (int i = 0; i < groups.length; i++) {
            String id = "AGPA%017d".formatted(i);
            groups[i] = new Group(id, "g" + i, "/", world.instant(), Permissions.NONE);
        }
        world.put(TRUSTING, groups);
        admin.call("CreateGroup", "GroupName", "one-more")
                .refused(409, "LimitExceeded", "Cannot exceed quota for GroupsPerAccount: 300");
    }

    @Test
    void policiesOfAGroupHaveItsOwnQuotas() {
        create("staff");
        String large =
                LIST_GROUPS.replace(
                        "\"*\"", "\"arn:aws:iam::111122223333:group/" + "x".repeat(5_100) + "\"");
        String[] policy = {"GroupName", "staff", "PolicyName", "p", "PolicyDocument", large};
        admin.call("PutGroupPolicy", policy)
                .refused(
                        409,
                        "LimitExceeded",
                        "Maximum policy size of 5120 bytes exceeded for group staff");
        policy[5] = LIST_GROUPS + " ".repeat(5_100);
        admin.call("PutGroupPolicy", policy).ok();
    }

    @Test
    void membersAndGroupsComeInPagesByName() {
        create("b", "C", "a");
        for (String user : List.of("Zoe", "ann", "Max")) {
            world.user(TRUSTING, user);
            add(user, "b");
        }
        add("ann", "C", "a");
        assertThat(new Pages(admin, "GetGroup", "GroupName", "b").oneByOne("UserName"))
                .containsExactly("ann", "Max", "Zoe");
        assertThat(new Pages(admin, "ListGroups").oneByOne("GroupName"))
                .containsExactly("a", "b", "C");
        assertThat(new Pages(admin, "ListGroupsForUser", "UserName", "ann").oneByOne("GroupName"))
                .containsExactly("a", "b", "C");
    }

    @Test
    void aPageOfMembersHoldsWhenMembersJoinAndLeave() {
        create("b");
        for (String user : List.of("ann", "max", "zoe")) {
            world.user(TRUSTING, user);
            add(user, "b");
        }
        assertThat(
                        new Pages(admin, "GetGroup", "GroupName", "b")
                                .oneByOne(
                                        "UserName",
                                        () -> {
                                            add("admin", "b");
                                            admin.call(
                                                    "RemoveUserFromGroup",
                                                    "GroupName",
                                                    "b",
                                                    "UserName",
                                                    "ann");
                                        }))
                .containsExactly("ann", "max", "zoe");
    }

    @Test
    void listsBeginWithThePathPrefix() {
        create("plain");
        admin.call("CreateGroup", "GroupName", "deep", "Path", "/myPath/x/").ok();
        assertThat(new Pages(admin, "ListGroups", "PathPrefix", "/my").atOnce("Arn"))
                .containsExactly(ARN + "/myPath/x/deep");
        assertThat(new Pages(admin, "ListGroups", "PathPrefix", "/x/").atOnce("Arn")).isEmpty();
    }

    @Test
    void attachedPoliciesAreListedByPathAndThoughNamesAreAlike() {
        create("staff");
        String own =
                admin.call(
                                "CreatePolicy",
                                "PolicyName",
                                "AdministratorAccess",
                                "Path",
                                "/mine/",
                                "PolicyDocument",
                                LIST_GROUPS)
                        .ok()
                        .text("Arn");
        for (String arn : List.of(own, ADMINISTRATOR_ACCESS)) {
            admin.call("AttachGroupPolicy", "GroupName", "staff", "PolicyArn", arn).ok();
        }
        assertThat(
                        new Pages(admin, "ListAttachedGroupPolicies", "GroupName", "staff")
                                .oneByOne("PolicyArn"))
                .containsExactlyInAnyOrder(own, ADMINISTRATOR_ACCESS);
        String[] mine = {"GroupName", "staff", "PathPrefix", "/mine/"};
        assertThat(new Pages(admin, "ListAttachedGroupPolicies", mine).atOnce("PolicyArn"))
                .containsExactly(own);
    }

    @Test
    void aMoveNeedsThePermissionForBothArns() {
        create("staff");
        String only =
                LIST_GROUPS
                        .replace("ListGroups", "UpdateGroup")
                        .replace("\"*\"", "\"" + ARN + "/staff\"");
        Client mover = world.userWith(TRUSTING, "mover", only);
        mover.call("UpdateGroup", "GroupName", "staff", "NewGroupName", "crew")
                .refused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::111122223333:user/mover is not authorized to perform:"
                                + " iam:UpdateGroup on resource: "
                                + ARN
                                + "/crew because no identity-based policy allows the"
                                + " iam:UpdateGroup action");
        create("Crew");
        admin.call("UpdateGroup", "GroupName", "staff", "NewGroupName", "crew")
                .refused(409, "EntityAlreadyExists", "Group with name crew already exists.");
    }
}
