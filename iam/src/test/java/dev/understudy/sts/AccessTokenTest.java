package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.TokenEndpoint.Reply;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Roles for whom Amazon or Facebook vouch, by opaque access tokens. */
class AccessTokenTest {
    private static final String DENIED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    private static final String AMAZON =
            "{\"user_id\":\"amzn1.account.K2\",\"aud\":\"shop\",\"exp\":60}";
    private static final String FACEBOOK =
            "{\"data\":{\"app_id\":\"1384\",\"expires_at\":0,\"is_valid\":true,\"user_id\":\"12\"}}";
    private static final String ID_TOKEN =
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUub3JnIn0.AAAA";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void trust() {
        role("shopper", "www.amazon.com", "www.amazon.com:app_id", "shop");
        role("friend", "graph.facebook.com", "graph.facebook.com:id", "12");
        world.tokens((provider, token) -> {
            asked.add(provider.host() + " " + token);
            return switch (provider) {
                case AMAZON -> new Reply.Answered(AMAZON);
                case FACEBOOK -> new Reply.Answered(FACEBOOK);
            };
        });
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void role(String name, String federated, String key, String value) {
        admin.call(
                        "CreateRole",
                        "RoleName",
                        name,
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\""
                                + federated
                                + "\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{\""
                                + key
                                + "\":\""
                                + value
                                + "\"}}}}")
                .ok();
    }

    private Answer assume(String role, String providerId, String token) {
        return world.unsigned(
                "AssumeRoleWithWebIdentity",
                "RoleArn",
                "arn:aws:iam::111122223333:role/" + role,
                "RoleSessionName",
                "session",
                "WebIdentityToken",
                token,
                "ProviderId",
                providerId);
    }

    @Test
    void aTokenThatItsProviderVouchesForOpensASession() {
        Answer amazon = assume("shopper", "www.amazon.com", "Atza|x").ok();
        assertThat(amazon.text("SubjectFromWebIdentityToken")).isEqualTo("amzn1.account.K2");
        assertThat(amazon.text("Provider")).isEqualTo("www.amazon.com");
        assertThat(amazon.text("Audience")).isEqualTo("shop");
        assertThat(world.client(amazon).call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/shopper/session");
        Answer facebook = assume("friend", "graph.facebook.com", "EAAB").ok();
        assertThat(facebook.text("SubjectFromWebIdentityToken")).isEqualTo("12");
        assertThat(facebook.text("Provider")).isEqualTo("graph.facebook.com");
        assertThat(facebook.text("Audience")).isEqualTo("1384");
        assertThat(asked).containsExactly("www.amazon.com Atza|x", "graph.facebook.com EAAB");
    }

    @Test
    void theTrustPolicyDecidesAboutApplicationAndUser() {
        role("other", "www.amazon.com", "www.amazon.com:app_id", "another");
        role("nobody", "graph.facebook.com", "graph.facebook.com:id", "13");
        assume("other", "www.amazon.com", "Atza|x").refused(403, "AccessDenied", DENIED);
        assume("nobody", "graph.facebook.com", "EAAB").refused(403, "AccessDenied", DENIED);
    }

    @Test
    void nobodyIsAskedWhereTheRoleNamesNoSuchProvider() {
        assume("friend", "www.amazon.com", "Atza|x").refused(403, "AccessDenied", DENIED);
        assume("missing", "www.amazon.com", "Atza|x").refused(403, "AccessDenied", DENIED);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheProviderIsNotShown() {
        assume("shopper", "accounts.google.com", "Atza|x").refused("InvalidIdentityToken");
        assume("shopper", "https://www.amazon.com", "Atza|x").refused("InvalidIdentityToken");
        assume("shopper", "WWW.amazon.com", "Atza|x").refused("InvalidIdentityToken");
        assume("shopper", "www.amazon.com", ID_TOKEN).refused("InvalidIdentityToken");
        world.unsigned(
                        "AssumeRoleWithWebIdentity",
                        "RoleArn",
                        "arn:aws:iam::111122223333:role/shopper",
                        "RoleSessionName",
                        "session",
                        "WebIdentityToken",
                        "Atza|x")
                .refused(
                        400,
                        "InvalidIdentityToken",
                        "The ID Token provided is not a valid JWT. (You may see this error if you"
                                + " sent an Access Token)");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheProviderSays() {
        world.tokens((provider, token) -> new Reply.Refused(400));
        Answer refused = assume("shopper", "www.amazon.com", "Atza|x");
        refused.refused(
                403,
                "IDPRejectedClaim",
                "www.amazon.com: www.amazon.com responded with" + " HTTP/1.1 400 Bad Request");
        world.tokens((provider, token) -> new Reply.Unreachable());
        assume("shopper", "www.amazon.com", "Atza|x")
                .refused(400, "IDPCommunicationError", "www.amazon.com could not be reached");
        world.tokens((provider, token) -> new Reply.Answered(AMAZON.replace("60", "0")));
        assume("shopper", "www.amazon.com", "Atza|x")
                .refused(400, "ExpiredTokenException", "Token expired");
        world.tokens((provider, token) -> new Reply.Unconfigured());
        assume("friend", "graph.facebook.com", "EAAB").refused("InvalidIdentityToken");
    }
}
