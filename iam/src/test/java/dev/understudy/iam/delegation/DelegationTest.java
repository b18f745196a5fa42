package dev.understudy.iam.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Who may do what with a request, and what time and haste do to it. */
class DelegationTest {
    private static final String TEMPLATE = "arn:aws:iam::444455556666:policy/template";

    private World world = new World();
    private Client admin = world.admin(World.TRUSTING);
    private Client partner = world.admin(World.TRUSTED);

    @BeforeEach
    void template() {
        world.close();
        world = new World();
        admin = world.admin(World.TRUSTING);
        partner = world.admin(World.TRUSTED);
        partner.call(
                        "CreatePolicy",
                        "PolicyName",
                        "template",
                        "PolicyDocument",
                        allow("s3:GetObject", ""))
                .ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String allow(String action, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                + action
                + "\",\"Resource\":\"*\""
                + condition
                + "}}";
    }

    private Answer ask(Client who, String workflowId, String... more) {
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "Description",
                                "d",
                                "Permissions.PolicyTemplateArn",
                                TEMPLATE,
                                "RequestorWorkflowId",
                                workflowId,
                                "NotificationChannel",
                                "arn:aws:sns:us-east-1:444455556666:topic",
                                "SessionDuration",
                                "18000"));
        parameters.addAll(List.of(more));
        return who.call("CreateDelegationRequest", parameters.toArray(String[]::new));
    }

    private String request(String... more) {
        return ask(partner, "workflow", more).ok().text("DelegationRequestId");
    }

    private static Answer on(Client who, String operation, String id) {
        return who.call(operation, "DelegationRequestId", id);
    }

    private String state(String id) {
        return on(admin, "GetDelegationRequest", id).ok().text("State");
    }

    @Test
    void theOwnerMayReadAndForwardByDefault() {
        Client owner =
                world.userWith(
                        World.TRUSTING, "owner", allow("iam:AssociateDelegationRequest", ""));
        String id = request();
        assertThat(on(owner, "GetDelegationRequest", id).code()).isEqualTo("AccessDenied");
        on(owner, "AssociateDelegationRequest", id).ok();
        on(owner, "GetDelegationRequest", id).ok();
        owner.call(
                        "GetHumanReadableSummary",
                        "EntityArn",
                        "arn:aws:iam::111122223333:delegation-request/" + id)
                .ok();
        on(owner, "UpdateDelegationRequest", id).ok();
        for (String operation :
                List.of(
                        "AcceptDelegationRequest",
                        "RejectDelegationRequest",
                        "SendDelegationToken")) {
            assertThat(on(owner, operation, id).code()).as(operation).isEqualTo("AccessDenied");
        }
    }

    @Test
    void aRoleSessionThatIsTheOwnerMayToo() {
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "r",
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"}}")
                .ok();
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "r",
                        "PolicyName",
                        "p",
                        "PolicyDocument",
                        allow("iam:AssociateDelegationRequest", ""))
                .ok();
        String arn = "arn:aws:iam::111122223333:role/r";
        Client one = assume(arn, "one");
        Client other = assume(arn, "other");
        String id = request();
        on(one, "AssociateDelegationRequest", id).ok();
        assertThat(on(one, "GetDelegationRequest", id).ok().text("OwnerId"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/r/one");
        assertThat(on(other, "GetDelegationRequest", id).code()).isEqualTo("AccessDenied");
    }

    private Client assume(String roleArn, String session) {
        return world.client(
                admin.call("AssumeRole", "RoleArn", roleArn, "RoleSessionName", session).ok());
    }

    @Test
    void whatDeniesTheOwnerStillDenies() {
        Client owner = world.userWith(World.TRUSTING, "owner", allow("iam:*", ""));
        String id = request();
        on(owner, "AssociateDelegationRequest", id).ok();
        admin.call(
                        "PutUserPolicy",
                        "UserName",
                        "owner",
                        "PolicyName",
                        "no",
                        "PolicyDocument",
                        allow("iam:GetDelegationRequest", "").replace("Allow", "Deny"))
                .ok();
        assertThat(on(owner, "GetDelegationRequest", id).code()).isEqualTo("AccessDenied");
    }

    @Test
    void theOwnerIsAConditionKey() {
        Client approver =
                world.userWith(
                        World.TRUSTING,
                        "approver",
                        allow(
                                "iam:AcceptDelegationRequest",
                                ",\"Condition\":{\"ArnEquals\":{\"iam:DelegationRequestOwner\":"
                                        + "\"arn:aws:iam::111122223333:user/alice\"}}"));
        Client alice = world.userWith(World.TRUSTING, "alice", allow("iam:*", ""));
        String ofAdmin = request();
        on(admin, "AssociateDelegationRequest", ofAdmin).ok();
        assertThat(on(approver, "AcceptDelegationRequest", ofAdmin).code())
                .isEqualTo("AccessDenied");
        String ofAlice = ask(partner, "another").ok().text("DelegationRequestId");
        on(alice, "AssociateDelegationRequest", ofAlice).ok();
        on(approver, "AcceptDelegationRequest", ofAlice).ok();
    }

    @Test
    void whatIsAskedForIsAConditionKey() {
        Client asking =
                world.userWith(
                        World.TRUSTED,
                        "asking",
                        allow(
                                "iam:CreateDelegationRequest",
                                ",\"Condition\":{\"NumericLessThan\":{\"iam:DelegationDuration\":\"20000\"},"
                                        + "\"StringEquals\":{\"iam:TemplateArn\":\""
                                        + TEMPLATE
                                        + "\",\"iam:NotificationChannel\":"
                                        + "\"arn:aws:sns:us-east-1:444455556666:topic\"}}"));
        ask(asking, "short").ok();
        Answer longer =
                asking.call(
                        "CreateDelegationRequest",
                        "Description",
                        "d",
                        "Permissions.PolicyTemplateArn",
                        TEMPLATE,
                        "RequestorWorkflowId",
                        "longer",
                        "NotificationChannel",
                        "arn:aws:sns:us-east-1:444455556666:topic",
                        "SessionDuration",
                        "20000");
        assertThat(longer.code()).isEqualTo("AccessDenied");
    }

    @Test
    void theTokenMayBeTheOwnersToSend() {
        Client approver = world.userWith(World.TRUSTING, "approver", allow("iam:*", ""));
        String id = request("OnlySendByOwner", "true");
        on(admin, "AssociateDelegationRequest", id).ok();
        on(approver, "AcceptDelegationRequest", id).ok();
        on(approver, "SendDelegationToken", id)
                .refused(
                        400,
                        "InvalidInput",
                        "The token of delegation request "
                                + id
                                + " can only be sent by its owner.");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        on(admin, "SendDelegationToken", id).ok();
    }

    @Test
    void theRootUserAcceptsFourHoursAtMost() {
        String id = request();
        Client root = world.root(World.TRUSTING);
        on(root, "AssociateDelegationRequest", id).ok();
        on(root, "AcceptDelegationRequest", id)
                .refused(
                        400,
                        "InvalidInput",
                        "The root user can only accept delegation requests with a duration of 4"
                                + " hours or less.");
        on(admin, "AcceptDelegationRequest", id).ok();
    }

    @Test
    void requestsExpire() {
        String unclaimed = request();
        world.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(state(unclaimed)).isEqualTo("UNASSIGNED");
        world.pass(Duration.ofSeconds(1));
        assertThat(state(unclaimed)).isEqualTo("EXPIRED");
        on(admin, "AssociateDelegationRequest", unclaimed)
                .refused(
                        400,
                        "InvalidInput",
                        "Delegation request "
                                + unclaimed
                                + " is in state EXPIRED, which does not allow this operation.");
        String claimed = ask(partner, "another").ok().text("DelegationRequestId");
        on(admin, "AssociateDelegationRequest", claimed).ok();
        world.pass(Duration.ofDays(6));
        on(admin, "UpdateDelegationRequest", claimed).ok();
        world.pass(Duration.ofDays(6));
        on(admin, "AcceptDelegationRequest", claimed).ok();
        world.pass(Duration.ofDays(7));
        assertThat(state(claimed)).isEqualTo("EXPIRED");
        assertThat(on(admin, "SendDelegationToken", claimed).code()).isEqualTo("InvalidInput");
    }

    @Test
    void whatExpiredLongAgoIsForgotten() {
        String old = request();
        world.pass(Duration.ofDays(31));
        assertThat(ask(partner, "workflow").code()).isEqualTo("EntityAlreadyExists");
        world.pass(Duration.ofSeconds(1));
        request();
        assertThat(on(admin, "GetDelegationRequest", old).code()).isEqualTo("NoSuchEntity");
    }

    @Test
    void theTemplateIsReadOnce() {
        String id = request();
        partner.call(
                        "CreatePolicyVersion",
                        "PolicyArn",
                        TEMPLATE,
                        "PolicyDocument",
                        allow("*", ""),
                        "SetAsDefault",
                        "true")
                .ok();
        assertThat(on(admin, "GetDelegationRequest", id).ok().text("PermissionPolicy"))
                .isEqualTo(allow("s3:GetObject", ""));
    }

    @Test
    void oneOfManyTakesARequestOn() throws Exception {
        String id = request();
        List<Client> claimants = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            claimants.add(
                    world.userWith(
                            i % 2 == 0 ? World.TRUSTING : World.TRUSTED,
                            "claimant" + i,
                            allow("iam:*", "")));
        }
        List<Callable<Answer>> calls =
                claimants.stream()
                        .map(who ->
                                (Callable<Answer>) () -> on(who, "AssociateDelegationRequest", id))
                        .toList();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        long listed =
                List.of(admin, partner).stream()
                        .mapToLong(who ->
                                who.call("ListDelegationRequests")
                                        .ok()
                                        .texts("DelegationRequestId")
                                        .size())
                        .sum();
        assertThat(listed).isEqualTo(1);
    }

    @Test
    void listsComeInPages() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String id = ask(partner, "workflow" + i).ok().text("DelegationRequestId");
            on(admin, "AssociateDelegationRequest", id).ok();
            ids.add(id);
        }
        Answer first = admin.call("ListDelegationRequests", "MaxItems", "2").ok();
        assertThat(first.text("isTruncated")).isEqualTo("true");
        Answer rest = admin.call("ListDelegationRequests", "Marker", first.text("Marker")).ok();
        List<String> listed = new ArrayList<>(first.texts("DelegationRequestId"));
        listed.addAll(rest.texts("DelegationRequestId"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(ids).isSorted();
        assertThat(rest.text("isTruncated")).isEqualTo("false");
    }

    @Test
    void anIdOfSomethingElseNamesNoRequest() {
        String userId = Objects.requireNonNull(world.account(World.TRUSTING).user("admin")).id();
        assertThat(on(admin, "GetDelegationRequest", userId).code()).isEqualTo("NoSuchEntity");
        assertThat(on(admin, "GetDelegationRequest", admin.accessKeyId()).code())
                .isEqualTo("NoSuchEntity");
    }
}
