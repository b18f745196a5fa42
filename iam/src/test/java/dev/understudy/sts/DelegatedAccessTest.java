package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.assume;
import static dev.understudy.sts.Assuming.aws;
import static dev.understudy.sts.Assuming.role;
import static dev.understudy.sts.Assuming.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What an exchange token is worth: to whom, how often, how long, and what one may do with it. */
class DelegatedAccessTest {
    private static final String EXPIRED =
            "The trade-in token provided in the request has expired and can no longer be exchanged"
                    + " for credentials. Request a new token and retry the operation.";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final Client partner = world.admin(TRUSTED);

    @BeforeEach
    void template() {
        partner.call(
                        "CreatePolicy",
                        "PolicyName",
                        "template",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"iam:ListUsers\",\"iam:ListRoles\",\"iam:AcceptDelegationRequest\",\"iam:AssociateDelegationRequest\"],\"Resource\":\"*\"}}")
                .ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String ask(String workflow) {
        return partner.call(
                        "CreateDelegationRequest",
                        "Description",
                        "d",
                        "OwnerAccountId",
                        TRUSTING.digits(),
                        "Permissions.PolicyTemplateArn",
                        "arn:aws:iam::444455556666:policy/template",
                        "RequestorWorkflowId",
                        "workflow-" + workflow,
                        "NotificationChannel",
                        "arn:aws:sns:us-east-1:444455556666:topic",
                        "SessionDuration",
                        "7200")
                .ok()
                .text("DelegationRequestId");
    }

    private static Answer on(Client who, String operation, String id) {
        return who.call(operation, "DelegationRequestId", id);
    }

    private String accepted(Client owner, String workflow) {
        String id = ask(workflow);
        on(owner, "AssociateDelegationRequest", id).ok();
        on(owner, "AcceptDelegationRequest", id).ok();
        on(owner, "SendDelegationToken", id).ok();
        return world.exchangeToken(id);
    }

    private static Answer trade(Client who, String token) {
        return who.call("GetDelegatedAccessToken", "TradeInToken", token);
    }

    private static void expired(Answer answer) {
        answer.refused(400, "ExpiredTradeInTokenException", EXPIRED);
    }

    @Test
    void theRequesterActsAsWhoAcceptedWithinWhatWasAskedFor() {
        Answer answer = trade(partner, accepted(admin, "w")).ok();
        assertThat(answer.text("AssumedPrincipal"))
                .isEqualTo("arn:aws:iam::111122223333:user/admin");
        assertThat(answer.text("Expiration")).isEqualTo("2026-01-15T14:00:00Z");
        assertThat(answer.has("PackedPolicySize")).isFalse();
        Client session = world.client(answer);
        assertThat(session.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::111122223333:user/admin");
        session.call("ListUsers").ok();
        session.call("ListGroups").refused("AccessDenied");
        session.call("GetSessionToken").refused("AccessDenied");
    }

    @Test
    void whoAcceptsLendsNoMoreThanItHas() {
        String only =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"iam:ListUsers\",\"iam:*Delegation*\"],\"Resource\":\"*\"}}";
        Client owner = world.userWith(TRUSTING, "owner", only);
        Client session = world.client(trade(partner, accepted(owner, "w")).ok());
        session.call("ListUsers").ok();
        session.call("ListRoles").refused("AccessDenied");
        admin.call("DeleteUserPolicy", "UserName", "owner", "PolicyName", "inline").ok();
        session.call("ListUsers").refused("AccessDenied");
    }

    @Test
    void aRoleAndTheRootUserLendTheirPermissionsToo() {
        role(admin, "auditor", trust(aws("111122223333")));
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        Client approver = world.client(assume(admin).ok());
        Answer answer = trade(partner, accepted(approver, "role")).ok();
        assertThat(answer.text("AssumedPrincipal"))
                .matches("arn:aws:sts::111122223333:assumed-role/auditor/[0-9a-f-]{36}");
        Client session = world.client(answer);
        assertThat(session.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo(answer.text("AssumedPrincipal"));
        session.call("ListRoles").ok();
        session.call("ListGroups").refused("AccessDenied");
        admin.call("DetachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        admin.call("DeleteRole", "RoleName", "auditor").ok();
        session.call("ListRoles").refused("InvalidClientTokenId");

        Client root = world.client(trade(partner, accepted(world.root(TRUSTING), "root")).ok());
        assertThat(root.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::111122223333:root");
        root.call("ListUsers").ok();
        root.call("ListGroups").refused("AccessDenied");
    }

    @Test
    void whatLimitsASessionCannotBeLeftBehind() {
        role(admin, "auditor", trust(aws("111122223333")));
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        Client limited =
                world.client(assume(admin, "PolicyArns.member.1.arn", ADMINISTRATOR_ACCESS).ok());
        String id = ask("w");
        on(limited, "AssociateDelegationRequest", id).ok();
        on(limited, "AcceptDelegationRequest", id)
                .refused(
                        400,
                        "InvalidInput",
                        "A session that is limited by session policies cannot accept delegation"
                                + " requests.");
        // A delegated session is limited by a policy, too, and so delegates nothing further.
        Client session = world.client(trade(partner, accepted(admin, "w2")).ok());
        String other = ask("w3");
        on(session, "AssociateDelegationRequest", other).ok();
        on(session, "AcceptDelegationRequest", other).refused("InvalidInput");
    }

    @Test
    void aTokenIsGoodOnceAndForTheRequesterOnly() {
        String token = accepted(admin, "w");
        expired(trade(admin, token));
        trade(world.user(TRUSTED, "nobody"), token).refused("AccessDenied");
        trade(partner, token).ok();
        var before = world.account(TRUSTED);
        expired(trade(partner, token));
        assertThat(world.account(TRUSTED)).isSameAs(before);
    }

    @Test
    void aTokenIsGoodAsLongAsAccessWasAskedFor() {
        String id = ask("early");
        on(admin, "AssociateDelegationRequest", id).ok();
        on(admin, "AcceptDelegationRequest", id).ok();
        assertThatThrownBy(() -> world.exchangeToken(id))
                .isInstanceOf(IllegalArgumentException.class);
        on(admin, "SendDelegationToken", id).ok();
        String token = world.exchangeToken(id);
        String other = accepted(admin, "other");
        world.pass(Duration.ofSeconds(7_199));
        assertThat(trade(partner, token).ok().text("Expiration")).isEqualTo("2026-01-15T14:00:00Z");
        world.pass(Duration.ofSeconds(1));
        expired(trade(partner, other));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        String token = accepted(admin, "w");
        for (String text :
                new String[] {
                    "x",
                    ".",
                    "a.b",
                    token + "A",
                    token.substring(1),
                    token.substring(0, token.length() - 4),
                    "00000000" + token.substring(8),
                    "\u0000",
                    "x".repeat(100_000)
                }) {
            expired(trade(partner, text));
        }
        partner.call("GetDelegatedAccessToken").refused("ValidationError");
        trade(partner, token).ok();
    }
}
