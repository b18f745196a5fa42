package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Credentials never widen: what new ones may do is within what their role may do, and within what
 * each session policy on the way to them leaves. Policies are random, over a small grid of actions;
 * what they allow is computed here by plain sets, and then asked of the whole pipeline.
 */
class LatticeTest {
    private static final List<String> ACTIONS =
            List.of("iam:ListUsers", "iam:ListRoles", "iam:ListGroups", "iam:GetAccountSummary");
    private static final int WORLDS = 60;
    private static final int DEEPEST = 5;

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    /** Some of the actions: allowed, and explicitly denied. */
    private record Grant(Set<String> allowed, Set<String> denied) {
        static Grant random(Random random) {
            return new Grant(some(random, 3), some(random, 1));
        }

        private static Set<String> some(Random random, int ofFour) {
            Set<String> some = new LinkedHashSet<>();
            ACTIONS.stream().filter(a -> random.nextInt(4) < ofFour).forEach(some::add);
            return some;
        }

        Set<String> net() {
            Set<String> net = new LinkedHashSet<>(allowed);
            net.removeAll(denied);
            return net;
        }

        /** As a policy; assuming roles, and being tagged, is always allowed. */
        String document() {
            Set<String> all = new LinkedHashSet<>(allowed);
            all.add("sts:AssumeRole");
            String deny =
                    denied.isEmpty()
                            ? ""
                            : ",{\"Effect\":\"Deny\",\"Resource\":\"*\",\"Action\":"
                                    + list(denied)
                                    + "}";
            return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":"
                    + "\"*\",\"Action\":"
                    + list(all)
                    + "}"
                    + deny
                    + "]}";
        }

        private static String list(Set<String> actions) {
            return "[\"" + String.join("\",\"", actions) + "\"]";
        }
    }

    private static Set<String> may(Client client) {
        Set<String> may = new LinkedHashSet<>();
        for (String action : ACTIONS) {
            Answer answer = client.call(action.substring("iam:".length()));
            if (answer.status() == 200) {
                may.add(action);
            } else {
                answer.refused("AccessDenied");
            }
        }
        return may;
    }

    private void role(String name, Random random, Set<String> within) {
        Grant own = Grant.random(random);
        Assuming.role(admin, name, Assuming.trust(Assuming.aws("111122223333")));
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        name,
                        "PolicyName",
                        "own",
                        "PolicyDocument",
                        own.document())
                .ok();
        within.addAll(own.net());
        if (random.nextBoolean()) {
            Grant boundary = Grant.random(random);
            String arn =
                    admin.call(
                                    "CreatePolicy",
                                    "PolicyName",
                                    "edge-of-" + name,
                                    "PolicyDocument",
                                    boundary.document())
                            .ok()
                            .text("Arn");
            admin.call("PutRolePermissionsBoundary", "RoleName", name, "PermissionsBoundary", arn)
                    .ok();
            within.retainAll(boundary.net());
        }
    }

    /** A chain of roles, each assumed by the session before, with a random policy at each step. */
    @Test
    void aChainOfSessionsMayWhatItsLastRoleAndSessionPolicyBothAllow() {
        Random random = new Random(31);
        for (int i = 0; i < WORLDS; i++) {
            Client caller = admin;
            int depth = 1 + random.nextInt(DEEPEST);
            for (int step = 0; step < depth; step++) {
                String name = "role-" + i + "-" + step;
                Set<String> within = new LinkedHashSet<>();
                role(name, random, within);
                List<String> more = new ArrayList<>();
                if (random.nextBoolean()) {
                    Grant session = Grant.random(random);
                    more.addAll(List.of("Policy", session.document()));
                    within.retainAll(session.net());
                }
                Answer answer =
                        Assuming.assumeArn(
                                        caller,
                                        "arn:aws:iam::111122223333:role/" + name,
                                        more.toArray(String[]::new))
                                .ok();
                caller = world.client(answer);
                assertThat(may(caller)).as("world %d step %d", i, step).isEqualTo(within);
            }
        }
    }

    /** A session policy that denies assuming ends the chain there, at whichever step it is. */
    @Test
    void aDenyAtAnyLevelOfTheChainEndsIt() {
        String none =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
                        + "\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":\"sts:AssumeRole\","
                        + "\"Resource\":\"*\"}]}";
        String all =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\","
                        + "\"Resource\":\"*\"}}";
        for (int i = 0; i <= DEEPEST; i++) {
            Assuming.role(admin, "link-" + i, Assuming.trust(Assuming.aws("111122223333")));
            admin.call(
                            "PutRolePolicy",
                            "RoleName",
                            "link-" + i,
                            "PolicyName",
                            "own",
                            "PolicyDocument",
                            all)
                    .ok();
        }
        for (int denied = 1; denied <= DEEPEST; denied++) {
            Client caller = admin;
            for (int step = 1; step <= denied; step++) {
                String link = "arn:aws:iam::111122223333:role/link-" + step;
                String policy = step == denied ? none : all;
                caller = world.client(Assuming.assumeArn(caller, link, "Policy", policy).ok());
            }
            caller.call("ListUsers").ok();
            Assuming.assumeArn(caller, "arn:aws:iam::111122223333:role/link-0")
                    .refused("AccessDenied");
            Assuming.assumeArn(caller, "arn:aws:iam::111122223333:role/link-0", "Policy", all)
                    .refused("AccessDenied");
        }
    }

    /** A federated user may what both its user and the passed policy allow. */
    @Test
    void aFederatedUserNeverExceedsItsUser() {
        Random random = new Random(37);
        for (int i = 0; i < WORLDS; i++) {
            Grant own = Grant.random(random);
            Grant passed = Grant.random(random);
            Client user =
                    world.userWith(
                            TRUSTING,
                            "user-" + i,
                            own.document().replace("sts:AssumeRole", "sts:GetFederationToken"));
            assertThat(may(user)).isEqualTo(own.net());
            Client federated =
                    world.client(
                            user.call(
                                            "GetFederationToken",
                                            "Name",
                                            "fed",
                                            "Policy",
                                            passed.document())
                                    .ok());
            // No operation of IAM may be called by a federated user at all.
            assertThat(may(federated)).isEmpty();
            federated.call("GetSessionToken").refused("AccessDenied");
            Assuming.assumeArn(federated, Assuming.AUDITOR).refused("AccessDenied");
        }
    }

    /** Session and user are as narrow as the user becomes, at once. */
    @Test
    void aSessionOfAUserNeverExceedsIt() {
        Client user =
                world.userWith(
                        TRUSTING,
                        "narrow",
                        new Grant(Set.of("iam:ListRoles"), Set.of()).document());
        Assuming.role(admin, "auditor", Assuming.trust(Assuming.aws("111122223333")));
        Client session = world.client(user.call("GetSessionToken").ok());
        Assuming.assume(session).ok();
        admin.call("DeleteUserPolicy", "UserName", "narrow", "PolicyName", "inline").ok();
        Assuming.assume(session).refused("AccessDenied");
        Assuming.assume(user).refused("AccessDenied");
    }
}
