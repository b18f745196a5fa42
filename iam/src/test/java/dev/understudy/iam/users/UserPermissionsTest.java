package dev.understudy.iam.users;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may change users: the ARNs and condition keys that each operation is decided on. */
class UserPermissionsTest {
    private static final String ARN = "arn:aws:iam::111122223333:user";

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

    private static String allow(String action, String resource, String... condition) {
        String suffix = condition.length == 0 ? "" : ",\"Condition\":" + condition[0];
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                + action
                + "\",\"Resource\":"
                + resource
                + suffix
                + "}}";
    }

    private static String denied(String caller, String action, String resource) {
        return "User: "
                + ARN
                + "/"
                + caller
                + " is not authorized to perform: "
                + action
                + " on resource: "
                + resource
                + " because no identity-based policy allows the "
                + action
                + " action";
    }

    @Test
    void aMoveNeedsThePermissionForBothArns() {
        create("ann", "Path", "/old/");
        String action = "iam:UpdateUser";
        Client leaves = world.userWith(TRUSTING, "leaves", allow(action, "\"" + ARN + "/old/*\""));
        Client takes = world.userWith(TRUSTING, "takes", allow(action, "\"" + ARN + "/new/*\""));
        Client both =
                world.userWith(
                        TRUSTING,
                        "both",
                        allow(action, "[\"" + ARN + "/old/*\",\"" + ARN + "/new/*\"]"));
        String[] move = {"UserName", "ann", "NewPath", "/new/", "NewUserName", "anna"};
        leaves.call("UpdateUser", move)
                .refused(403, "AccessDenied", denied("leaves", action, ARN + "/new/anna"));
        takes.call("UpdateUser", move)
                .refused(403, "AccessDenied", denied("takes", action, ARN + "/old/ann"));
        both.call("UpdateUser", move).ok();
        assertThat(admin.call("GetUser", "UserName", "anna").ok().text("Arn"))
                .isEqualTo(ARN + "/new/anna");
    }

    @Test
    void theTagsOfWhoMovesCountForBothArns() {
        create("ann", "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue");
        String onBlue = "{\"StringEquals\":{\"aws:ResourceTag/team\":\"blue\"}}";
        Client lead = world.userWith(TRUSTING, "lead", allow("iam:UpdateUser", "\"*\"", onBlue));
        lead.call("UpdateUser", "UserName", "ann", "NewUserName", "anna").ok();
        lead.call("UpdateUser", "UserName", "lead", "NewUserName", "boss").refused("AccessDenied");
    }

    @Test
    void whichPolicyMayBeAttachedIsAConditionKey() {
        create("ann");
        String only =
                "{\"ArnEquals\":{\"iam:PolicyARN\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}}";
        Client helper =
                world.userWith(TRUSTING, "helper", allow("iam:AttachUserPolicy", "\"*\"", only));
        helper.call(
                        "AttachUserPolicy",
                        "UserName",
                        "ann",
                        "PolicyArn",
                        "arn:aws:iam::aws:policy/ReadOnlyAccess")
                .ok();
        helper.call("AttachUserPolicy", "UserName", "ann", "PolicyArn", ADMINISTRATOR_ACCESS)
                .refused("AccessDenied");
    }

    @Test
    void whoMayGrantOnlyBehindABoundaryCannotGrantWithout() {
        String boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        create("free");
        create("bounded", "PermissionsBoundary", boundary);
        String only = "{\"StringEquals\":{\"iam:PermissionsBoundary\":\"" + boundary + "\"}}";
        Client delegate = world.userWith(TRUSTING, "delegate", allow("iam:*User*", "\"*\"", only));
        String[] grant = {"UserName", "bounded", "PolicyArn", ADMINISTRATOR_ACCESS};
        delegate.call("AttachUserPolicy", grant).ok();
        grant[1] = "free";
        delegate.call("AttachUserPolicy", grant).refused("AccessDenied");
        delegate.call("CreateUser", "UserName", "x").refused("AccessDenied");
        delegate.call("CreateUser", "UserName", "x", "PermissionsBoundary", boundary).ok();
        delegate.call(
                        "PutUserPermissionsBoundary",
                        "UserName",
                        "bounded",
                        "PermissionsBoundary",
                        ADMINISTRATOR_ACCESS)
                .refused("AccessDenied");
        admin.call("DeleteUserPermissionsBoundary", "UserName", "free").refused("NoSuchEntity");
    }
}
