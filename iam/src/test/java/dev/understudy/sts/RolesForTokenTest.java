package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.idp.Flaw;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles that are told of are those that a request gets, and no others. */
class RolesForTokenTest {
    private static final String ISSUER = "https://id.example.org/tenant";
    private static final String KEY = "id.example.org/tenant:";
    private static final String OWN =
            "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/id.example.org/tenant\"}";
    private static final String ASSUME = "\"sts:AssumeRoleWithWebIdentity\"";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final TestIdentityProvider idp = TestIdentityProvider.of(ISSUER, world);
    private final Map<String, String> trust = new LinkedHashMap<>();

    @BeforeEach
    void make() {
        world.provide(ISSUER, idp.keySet());
        admin.call("CreateOpenIDConnectProvider", "Url", ISSUER, "ClientIDList.member.1", "web")
                .ok();
        trusting("everybody", OWN, ASSUME, "");
        trusting("alice", OWN, ASSUME, "\"StringEquals\":{\"" + KEY + "sub\":\"alice\"}");
        trusting("a-name", OWN, ASSUME, "\"StringLike\":{\"sts:RoleSessionName\":\"al*\"}");
        trusting("other-client", OWN, ASSUME, "\"StringEquals\":{\"" + KEY + "aud\":\"other\"}");
        trusting("tagged", OWN, ASSUME + ",\"sts:TagSession\"", "");
        trusting(
                "blue",
                OWN,
                ASSUME + ",\"sts:TagSession\"",
                "\"StringEquals\":{\"aws:RequestTag/team\":\"blue\"}");
        trusting("sourced", OWN, ASSUME + ",\"sts:SetSourceIdentity\"", "");
        trusting("here", OWN, ASSUME, "\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/0\"}");
        trusting("elsewhere", OWN, ASSUME, "\"IpAddress\":{\"aws:SourceIp\":\"198.18.0.7/32\"}");
        trusting("saml", OWN, "\"sts:AssumeRoleWithSAML\"", "");
        trusting("users", "{\"AWS\":\"111122223333\"}", "\"sts:AssumeRole\"", "");
        trusting("services", "{\"Service\":\"ec2.amazonaws.com\"}", "\"sts:AssumeRole\"", "");
        trusting(
                "another-provider",
                "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/id.example.org/other\"}",
                ASSUME,
                "");
        trusting(
                "google",
                "{\"Federated\":\"accounts.google.com\"}",
                ASSUME,
                "\"StringEquals\":{\"accounts.google.com:aud\":\"web\"}");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void trusting(String role, String principal, String actions, String condition) {
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                        + principal
                        + ",\"Action\":["
                        + actions
                        + "]"
                        + (condition.isEmpty() ? "" : ",\"Condition\":{" + condition + "}")
                        + "}}";
        trust.put(role, document);
        admin.call("CreateRole", "RoleName", role, "AssumeRolePolicyDocument", document).ok();
    }

    private static String arn(String role) {
        return "arn:aws:iam::111122223333:role/" + role;
    }

    private List<String> assumed(String token, String name) {
        List<String> arns = new ArrayList<>();
        for (String role : trust.keySet()) {
            int status =
                    world.unsigned(
                                    "AssumeRoleWithWebIdentity",
                                    "RoleArn",
                                    arn(role),
                                    "RoleSessionName",
                                    name,
                                    "WebIdentityToken",
                                    token)
                            .status();
            if (status == 200) {
                arns.add(arn(role));
            }
        }
        return arns;
    }

    private List<String> told(String token, String name) {
        return switch (world.rolesFor(TRUSTING, token, name)) {
            case RolesForToken.Found.Roles roles -> roles.arns();
            case RolesForToken.Found.Refused refused ->
                    throw new AssertionError(refused.why().message());
        };
    }

    @Test
    void whoeverTheyAreTheyAreToldWhatTheyWouldGet() {
        List<Token> tokens =
                List.of(
                        Token.of("alice", "web"),
                        Token.of("bob", "web"),
                        Token.of("alice", "web").sessionTags(Map.of("team", "blue")),
                        Token.of("alice", "web").sessionTags(Map.of("team", "red")),
                        Token.of("bob", "web").sourceIdentity("bob"));
        for (Token token : tokens) {
            for (String name : List.of("alice", "bob")) {
                String text = idp.token(token);
                assertThat(told(text, name))
                        .containsExactlyInAnyOrderElementsOf(assumed(text, name))
                        .isSorted();
            }
        }
        assertThat(told(idp.token(Token.of("alice", "web")), "alice"))
                .containsExactly(
                        arn("a-name"),
                        arn("alice"),
                        arn("everybody"),
                        arn("here"),
                        arn("sourced"),
                        arn("tagged"));
        assertThat(told(idp.token(tokens.get(2)), "bob"))
                .containsExactly(arn("blue"), arn("tagged"));
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void whoProvesNothingIsToldNothing(Flaw flaw) {
        String token = idp.token(Token.of("alice", "web"), flaw);
        assertThat(world.rolesFor(TRUSTING, token, "alice"))
                .isInstanceOf(RolesForToken.Found.Refused.class);
    }

    @Test
    void aTokenOfAnotherClientAccountOrTimeIsNone() {
        assertThat(world.rolesFor(TRUSTING, idp.token(Token.of("alice", "other")), "alice"))
                .isInstanceOf(RolesForToken.Found.Refused.class);
        String good = idp.token(Token.of("alice", "web"));
        assertThat(world.rolesFor(TRUSTED, good, "alice"))
                .isInstanceOf(RolesForToken.Found.Refused.class);
        world.pass(Duration.ofMinutes(11));
        assertThat(world.rolesFor(TRUSTING, good, "alice"))
                .isInstanceOf(RolesForToken.Found.Refused.class);
    }

    @Test
    void lookingLeavesNoTrace() {
        world.flush();
        long before = world.directory().account(TRUSTING).version();
        told(idp.token(Token.of("alice", "web")), "alice");
        world.flush();
        assertThat(world.directory().account(TRUSTING).version()).isEqualTo(before);
    }
}
