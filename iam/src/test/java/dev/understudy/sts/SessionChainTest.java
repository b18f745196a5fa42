package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.AUDITOR;
import static dev.understudy.sts.Assuming.assume;
import static dev.understudy.sts.Assuming.assumeArn;
import static dev.understudy.sts.Assuming.aws;
import static dev.understudy.sts.Assuming.role;
import static dev.understudy.sts.Assuming.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What follows a session from role to role, what ends it, and how much it may carry. */
class SessionChainTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/";
    private static final String ALL = ",\"sts:TagSession\",\"sts:SetSourceIdentity\"";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private void powerful(String name, String trustPolicy, String... more) {
        role(admin, name, trustPolicy, more);
        admin.call("AttachRolePolicy", "RoleName", name, "PolicyArn", ADMINISTRATOR_ACCESS).ok();
    }

    private static String[] tags(String... keysAndValues) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String prefix = "Tags.member." + (i / 2 + 1);
            parameters.addAll(List.of(prefix + ".Key", keysAndValues[i]));
            parameters.addAll(List.of(prefix + ".Value", keysAndValues[i + 1]));
        }
        return parameters.toArray(String[]::new);
    }

    /** The tags of the caller, as a token tells them. */
    private static JsonNode tagsOf(Client session) throws ParseException {
        Answer answer =
                session.call(
                                "GetWebIdentityToken",
                                "Audience.member.1",
                                "a",
                                "SigningAlgorithm",
                                "ES384")
                        .ok();
        return new JsonMapper()
                .readTree(SignedJWT.parse(answer.text("WebIdentityToken")).getPayload().toString())
                .path("https://sts.amazonaws.com/")
                .path("principal_tags");
    }

    /** AWS's own example of transitive tags, with hearts, stars and lightning. */
    @Test
    void transitiveTagsAsInAwsExample() throws ParseException {
        admin.call("EnableOutboundWebIdentityFederation").ok();
        powerful("one", trust(aws("111122223333"), ALL));
        powerful("two", trust(aws("111122223333"), ALL), tags("Sun", "2"));
        powerful(
                "three",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/Star\":\"1\"}}}}",
                tags("Star", "3", "Lightning", "3"));
        List<String> first = new ArrayList<>(List.of(tags("Star", "1", "Heart", "1", "Own", "1")));
        first.addAll(
                List.of(
                        "TransitiveTagKeys.member.1",
                        "Star",
                        "TransitiveTagKeys.member.2",
                        "Heart"));
        Client one =
                world.client(assumeArn(admin, ROLE + "one", first.toArray(String[]::new)).ok());
        assertTags(one, "{\"Star\":\"1\",\"Heart\":\"1\",\"Own\":\"1\"}");
        Client two = world.client(assumeArn(one, ROLE + "two").ok());
        assertTags(two, "{\"Heart\":\"1\",\"Star\":\"1\",\"Sun\":\"2\"}");
        Client three = world.client(assumeArn(two, ROLE + "three").ok());
        assertTags(three, "{\"Star\":\"1\",\"Heart\":\"1\",\"Lightning\":\"3\"}");
        // Without the tag that comes along, the role's own counts.
        assumeArn(admin, ROLE + "three").refused("AccessDenied");
    }

    private static void assertTags(Client session, String json) throws ParseException {
        assertThat(tagsOf(session)).isEqualTo(new JsonMapper().readTree(json));
    }

    @Test
    void inheritedTagsNeedTagSessionAtEachStep() {
        powerful("one", trust(aws("111122223333"), ALL));
        powerful("two", trust(aws("111122223333")));
        List<String> first = new ArrayList<>(List.of(tags("Star", "1")));
        first.addAll(List.of("TransitiveTagKeys.member.1", "star"));
        Client one =
                world.client(assumeArn(admin, ROLE + "one", first.toArray(String[]::new)).ok());
        assertThat(assumeArn(one, ROLE + "two").refused("AccessDenied").message())
                .contains("sts:TagSession");
        Client untagged = world.client(assumeArn(admin, ROLE + "one", tags("Star", "1")).ok());
        assumeArn(untagged, ROLE + "two").ok();
    }

    @Test
    void aSourceIdentityNeedsBothSidesAtEachStep() {
        powerful("one", trust(aws("111122223333"), ALL));
        powerful("two", trust(aws("111122223333")));
        powerful("three", trust(aws("111122223333"), ALL));
        Client one = world.client(assumeArn(admin, ROLE + "one", "SourceIdentity", "alice").ok());
        assertThat(assumeArn(one, ROLE + "two").refused("AccessDenied").message())
                .contains("sts:SetSourceIdentity");
        assertThat(assumeArn(one, ROLE + "three").ok().text("SourceIdentity")).isEqualTo("alice");
        admin.call("DetachRolePolicy", "RoleName", "one", "PolicyArn", ADMINISTRATOR_ACCESS).ok();
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "one",
                        "PolicyName",
                        "p",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}}")
                .ok();
        assertThat(assumeArn(one, ROLE + "three").refused("AccessDenied").message())
                .contains("sts:SetSourceIdentity");
    }

    @Test
    void aRoleThatIsMadeAgainIsAnother() {
        powerful("auditor", trust(aws("111122223333")));
        powerful("target", trust(aws(AUDITOR)));
        Client session = world.client(assume(admin).ok());
        assumeArn(session, ROLE + "target").ok();
        admin.call("DetachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        admin.call("DeleteRole", "RoleName", "auditor").ok();
        powerful("auditor", trust(aws("111122223333")));
        session.call("GetCallerIdentity").refused("InvalidClientTokenId");
        session.call("ListUsers").refused("InvalidClientTokenId");
        Client fresh = world.client(assume(admin).ok());
        fresh.call("ListUsers").ok();
        // The trust policy held the id of the role that was.
        admin.call("DetachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        assumeArn(fresh, ROLE + "target").refused("AccessDenied");
    }

    @Test
    void sessionsOfAUserAreRevokedByItsPolicy() {
        Client user = world.user(TRUSTING, "u", ADMINISTRATOR_ACCESS);
        Client temporary = world.client(user.call("GetSessionToken").ok());
        powerful("auditor", trust(aws("111122223333")));
        assume(temporary).ok();
        world.pass(Duration.ofMinutes(1));
        admin.call(
                        "PutUserPolicy",
                        "UserName",
                        "u",
                        "PolicyName",
                        "AWSRevokeOlderSessions",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"*\"],\"Resource\":[\"*\"],\"Condition\":{\"DateLessThan\":{\"aws:TokenIssueTime\":\""
                                + world.instant()
                                + "\"}}}]}")
                .ok();
        assume(temporary).refused("AccessDenied");
        // Long-term keys have no time of issue, and newer sessions a later one.
        user.call("ListUsers").ok();
        assume(world.client(user.call("GetSessionToken").ok())).ok();
    }

    @Test
    void contextsOfProvidersThatNobodyKnowsAreRefused() {
        String[] context = {
            "ProvidedContexts.member.1.ProviderArn",
            "arn:aws:iam::aws:contextProvider/IdentityCenter",
            "ProvidedContexts.member.1.ContextAssertion",
            "assertion"
        };
        powerful("auditor", trust(aws("111122223333")));
        assertThat(assume(admin, context).refused("AccessDenied").message())
                .contains("sts:SetContext");
        admin.call(
                        "UpdateAssumeRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyDocument",
                        trust(aws("111122223333"), ",\"sts:SetContext\""))
                .ok();
        assume(admin, context)
                .refused(
                        400,
                        "ValidationError",
                        "The context provider arn:aws:iam::aws:contextProvider/IdentityCenter is"
                                + " not known.");
        assume(admin).ok();
    }

    @Test
    void whatIsPassedAndInheritedCountsTogether() {
        powerful("auditor", trust(aws("111122223333"), ALL));
        assertThat(assume(admin).ok().has("PackedPolicySize")).isFalse();
        Answer small = assume(admin, tags("team", "blue")).ok();
        int size = Integer.parseInt(small.text("PackedPolicySize"));
        assertThat(size).isBetween(1, 10);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.add("key" + i);
            many.add(noise(i));
        }
        assertThat(
                        assume(admin, tags(many.toArray(String[]::new)))
                                .refused("PackedPolicyTooLarge")
                                .message())
                .matches(
                        "Packed size of session tags consumes [1-9][0-9]{2}% of allotted space\\.");
        String[] half = tags(many.subList(0, 12).toArray(String[]::new));
        List<String> transitive = new ArrayList<>(List.of(half));
        for (int i = 0; i < 6; i++) {
            transitive.addAll(List.of("TransitiveTagKeys.member." + (i + 1), "key" + i));
        }
        Answer chained = assume(admin, transitive.toArray(String[]::new)).ok();
        Client session = world.client(chained);
        int alone = Integer.parseInt(chained.text("PackedPolicySize"));
        int more =
                Integer.parseInt(
                        assume(session, tags("other", noise(99))).ok().text("PackedPolicySize"));
        assertThat(more).isGreaterThan(alone);
        assume(session, tags(many.subList(12, 24).toArray(String[]::new)))
                .refused("PackedPolicyTooLarge");
    }

    /** 256 characters that do not pack well, the same for the same seed. */
    private static String noise(int seed) {
        StringBuilder text = new StringBuilder();
        new java.util.Random(seed)
                .ints(256, 0, 62)
                .forEach(n ->
                        text.append(
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                        .charAt(n)));
        return text.toString();
    }
}
