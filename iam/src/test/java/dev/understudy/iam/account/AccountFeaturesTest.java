package dev.understudy.iam.account;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is switched on and set for a whole account. */
class AccountFeaturesTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theAccountIssuesTokensUnderOneUrlWhileEnabled() {
        admin.call("GetOutboundWebIdentityFederationInfo").refused("FeatureDisabled");
        admin.call("DisableOutboundWebIdentityFederation").refused("FeatureDisabled");
        String url =
                admin.call("EnableOutboundWebIdentityFederation").ok().text("IssuerIdentifier");
        assertThat(url).matches("https://[0-9a-f-]{36}\\.tokens\\.sts\\.global\\.api\\.aws");
        Answer again = admin.call("EnableOutboundWebIdentityFederation");
        assertThat(again.status()).isEqualTo(409);
        again.refused("FeatureEnabled");
        Answer info = admin.call("GetOutboundWebIdentityFederationInfo").ok();
        assertThat(info.text("IssuerIdentifier")).isEqualTo(url);
        assertThat(info.text("JwtVendingEnabled")).isEqualTo("true");
        admin.call("DisableOutboundWebIdentityFederation").ok();
        assertThat(admin.call("GetOutboundWebIdentityFederationInfo").status()).isEqualTo(404);
        assertThat(admin.call("EnableOutboundWebIdentityFederation").ok().text("IssuerIdentifier"))
                .isEqualTo(url);
    }

    @Test
    void theSummaryTellsTheVersionOfGlobalTokens() {
        assertThat(version()).isEqualTo("1");
        admin.call("SetSecurityTokenServicePreferences", "GlobalEndpointTokenVersion", "v2Token")
                .ok();
        assertThat(version()).isEqualTo("2");
        admin.call("SetSecurityTokenServicePreferences", "GlobalEndpointTokenVersion", "v3Token")
                .refused("ValidationError");
        admin.call("SetSecurityTokenServicePreferences", "GlobalEndpointTokenVersion", "v1Token")
                .ok();
        assertThat(version()).isEqualTo("1");
    }

    private String version() {
        Answer summary = admin.call("GetAccountSummary").ok();
        int at = summary.texts("key").indexOf("GlobalEndpointTokenVersion");
        return summary.texts("value").get(at);
    }

    @Test
    void propertiesArePutByNameAndDecidedByNamespace() {
        assertThat(admin.call("GetAccountProperties").ok().texts("key")).isEmpty();
        put("a/x", "1").ok();
        put("b/y", "2").ok();
        put("a/x", "3").ok();
        Answer told = admin.call("GetAccountProperties").ok();
        assertThat(told.texts("key")).containsExactly("a/x", "b/y");
        assertThat(told.texts("value")).containsExactly("3", "2");
        Client limited =
                world.userWith(
                        TRUSTING,
                        "limited",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"iam:PutAccountProperties\",\"Resource\":\"*\",\"Condition\":"
                                + "{\"ForAllValues:StringEquals\":{\"iam:AccountPropertyNamespaces\":"
                                + "[\"a\"]}}}}");
        limited.call(
                        "PutAccountProperties",
                        "Properties.entry.1.key",
                        "a/z",
                        "Properties.entry.1.value",
                        "4")
                .ok();
        limited.call(
                        "PutAccountProperties",
                        "Properties.entry.1.key",
                        "b/y",
                        "Properties.entry.1.value",
                        "4")
                .refused("AccessDenied");
        put("x".repeat(129), "1").refused("InvalidInput");
    }

    private Answer put(String name, String value) {
        return admin.call(
                "PutAccountProperties",
                "Properties.entry.1.key",
                name,
                "Properties.entry.1.value",
                value);
    }
}
