package dev.understudy.iam.oidcproviders;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.ThumbprintSource;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** OpenID Connect providers over the wire. */
class OidcProvidersTest {
    private static final String URL = "https://token.example.com/path";
    private static final String ARN =
            "arn:aws:iam::111122223333:oidc-provider/token.example.com/path";
    private static final String PRINT = "0123456789abcdef0123456789abcdef01234567";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String url, String... more) {
        List<String> parameters = new ArrayList<>(List.of("Url", url));
        parameters.addAll(List.of(more));
        return admin.call("CreateOpenIDConnectProvider", parameters.toArray(String[]::new));
    }

    private Answer call(String action, String... more) {
        List<String> parameters = new ArrayList<>(List.of("OpenIDConnectProviderArn", ARN));
        parameters.addAll(List.of(more));
        return admin.call(action, parameters.toArray(String[]::new));
    }

    private static String[] numbered(String list, int count, String value) {
        List<String> parameters = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parameters.add(list + ".member." + i);
            parameters.add(value.formatted(i));
        }
        return parameters.toArray(String[]::new);
    }

    @Test
    void aThumbprintThatIsNotGivenIsLookedUpOnce() {
        List<String> looked = new ArrayList<>();
        world.thumbprints(url -> {
            looked.add(url);
            return new ThumbprintSource.Seen.Thumbprint(PRINT);
        });
        create(URL).ok();
        assertThat(looked).containsExactly(URL);
        assertThat(call("GetOpenIDConnectProvider").ok().texts("member")).contains(PRINT);
        create(URL).refused("EntityAlreadyExists");
        create("https://x.example.com:8443").refused("ValidationError");
        create("https://given.example.com", "ThumbprintList.member.1", "f".repeat(40)).ok();
        world.user(TRUSTING, "nobody")
                .call("CreateOpenIDConnectProvider", "Url", "https://y.example.com")
                .refused("AccessDenied");
        assertThat(looked).as("for whoever is refused nobody is asked").hasSize(1);
    }

    @Test
    void whereTheServerCannotBeLookedAtNothingIsMade() {
        world.thumbprints(url -> new ThumbprintSource.Seen.Unreachable());
        create(URL)
                .refused(
                        400,
                        "OpenIdIdpCommunicationError",
                        "The server of https://token.example.com/path could not be looked at for"
                                + " its thumbprint; where it cannot be reached, give a"
                                + " ThumbprintList");
        call("GetOpenIDConnectProvider").refused("NoSuchEntity");
        world.thumbprints(url -> new ThumbprintSource.Seen.Needless());
        create(URL).ok();
        assertThat(call("GetOpenIDConnectProvider").ok().texts("member")).isEmpty();
    }

    @Test
    void itIsToldWithoutItsScheme() {
        Answer created =
                create(
                                URL,
                                "ClientIDList.member.1",
                                "sts.amazonaws.com",
                                "ThumbprintList.member.1",
                                PRINT,
                                "Tags.member.1.Key",
                                "k",
                                "Tags.member.1.Value",
                                "v")
                        .ok();
        assertThat(created.text("OpenIDConnectProviderArn")).isEqualTo(ARN);
        assertThat(created.texts("Key")).containsExactly("k");
        Answer got = call("GetOpenIDConnectProvider").ok();
        assertThat(got.text("Url")).isEqualTo("token.example.com/path");
        assertThat(got.text("ClientIDList").strip()).isEqualTo("sts.amazonaws.com");
        assertThat(got.text("ThumbprintList").strip()).isEqualTo(PRINT);
        assertThat(got.text("CreateDate")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(got.texts("Value")).containsExactly("v");
        assertThat(admin.call("ListOpenIDConnectProviders").ok().texts("Arn")).containsExactly(ARN);
    }

    @Test
    void aUrlIsTakenOnce() {
        create(URL).ok();
        create(URL)
                .refused(
                        409,
                        "EntityAlreadyExists",
                        "Provider with url " + URL + " already exists.");
        // Issuers are compared letter by letter, so these are others.
        create("https://token.example.com").ok();
        create("https://token.example.com/").ok();
        create("https://token.example.com/Path").ok();
    }

    @Test
    void aUrlHasSchemeAndHostAndNothingElse() {
        for (String bad :
                List.of(
                        "token.example.com",
                        "http://token.example.com",
                        "https://",
                        "https:///path",
                        "https://token.example.com:8443",
                        "https://token.example.com?a=b",
                        "https://token.example.com#a",
                        "https://me@token.example.com",
                        "https://*.example.com",
                        "https://token example.com",
                        "https://t\u00f6ken.example.com")) {
            create(bad).refused(400, "ValidationError", "Invalid Open ID Connect Provider URL");
        }
    }

    @Test
    void whatIsDecidedOnIsWhatIsMade() {
        Client guarded =
                world.userWith(
                        TRUSTING,
                        "guarded",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                + "\"Action\":\"iam:*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\","
                                + "\"Action\":\"iam:CreateOpenIDConnectProvider\",\"Resource\":\""
                                + ARN
                                + "\"}]}");
        guarded.call("CreateOpenIDConnectProvider", "Url", URL).refused("AccessDenied");
        guarded.call("CreateOpenIDConnectProvider", "Url", URL + "/").ok();
        call("GetOpenIDConnectProvider").refused("NoSuchEntity");
    }

    @Test
    void quotasHold() {
        String[] tooMany = numbered("ClientIDList", 101, "client%d");
        create(URL, tooMany)
                .refused(
                        409,
                        "LimitExceeded",
                        "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
        create(URL, numbered("ThumbprintList", 6, PRINT))
                .refused(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
        create(URL, numbered("ClientIDList", 100, "client%d")).ok();
        call("AddClientIDToOpenIDConnectProvider", "ClientID", "client7").ok();
        call("AddClientIDToOpenIDConnectProvider", "ClientID", "another")
                .refused(
                        409,
                        "LimitExceeded",
                        "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
        call("UpdateOpenIDConnectProviderThumbprint", numbered("ThumbprintList", 6, PRINT))
                .refused(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
    }

    @Test
    void clientIdsComeAndGo() {
        create(URL, "ClientIDList.member.1", "one").ok();
        call("AddClientIDToOpenIDConnectProvider", "ClientID", "two").ok();
        call("AddClientIDToOpenIDConnectProvider", "ClientID", "two").ok();
        call("RemoveClientIDFromOpenIDConnectProvider", "ClientID", "one").ok();
        call("RemoveClientIDFromOpenIDConnectProvider", "ClientID", "one").ok();
        assertThat(call("GetOpenIDConnectProvider").ok().text("ClientIDList").strip())
                .isEqualTo("two");
    }

    @Test
    void thumbprintsAreReplaced() {
        create(URL, "ThumbprintList.member.1", PRINT).ok();
        String other = "f".repeat(40);
        call("UpdateOpenIDConnectProviderThumbprint", "ThumbprintList.member.1", other).ok();
        assertThat(call("GetOpenIDConnectProvider").ok().text("ThumbprintList").strip())
                .isEqualTo(other);
    }

    @Test
    void tagKeysAreDistinctByCase() {
        create(URL).ok();
        call(
                        "TagOpenIDConnectProvider",
                        "Tags.member.1.Key",
                        "team",
                        "Tags.member.1.Value",
                        "a",
                        "Tags.member.2.Key",
                        "TEAM",
                        "Tags.member.2.Value",
                        "b")
                .ok();
        assertThat(call("ListOpenIDConnectProviderTags").ok().texts("Key"))
                .containsExactlyInAnyOrder("team", "TEAM");
        call("UntagOpenIDConnectProvider", "TagKeys.member.1", "team").ok();
        assertThat(call("ListOpenIDConnectProviderTags").ok().texts("Key")).containsExactly("TEAM");
    }

    @Test
    void whatIsMissingIsSaid() {
        String missing = "OpenIDConnect Provider not found for arn " + ARN;
        call("GetOpenIDConnectProvider").refused(404, "NoSuchEntity", missing);
        call("AddClientIDToOpenIDConnectProvider", "ClientID", "x")
                .refused(404, "NoSuchEntity", missing);
        call("RemoveClientIDFromOpenIDConnectProvider", "ClientID", "x")
                .refused(404, "NoSuchEntity", missing);
        call("UpdateOpenIDConnectProviderThumbprint", "ThumbprintList.member.1", PRINT)
                .refused(404, "NoSuchEntity", missing);
        call("TagOpenIDConnectProvider", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v")
                .refused(404, "NoSuchEntity", missing);
        call("UntagOpenIDConnectProvider", "TagKeys.member.1", "k")
                .refused(404, "NoSuchEntity", missing);
        call("ListOpenIDConnectProviderTags").refused(404, "NoSuchEntity", missing);
        call("DeleteOpenIDConnectProvider")
                .refused(
                        404,
                        "NoSuchEntity",
                        "OpenId connect Provider " + ARN + " cannot be found.");
    }

    @Test
    void anArnIsExact() {
        create(URL).ok();
        for (String other :
                List.of(
                        ARN.replace("111122223333", "444455556666"),
                        ARN.replace("arn:aws:", "arn:aws-cn:"),
                        ARN.replace("path", "PATH"))) {
            admin.call("DeleteOpenIDConnectProvider", "OpenIDConnectProviderArn", other)
                    .refused("NoSuchEntity");
        }
        admin.call(
                        "GetOpenIDConnectProvider",
                        "OpenIDConnectProviderArn",
                        "token.example.com/path/and/more")
                .refused(
                        400,
                        "ValidationError",
                        "ARN token.example.com/path/and/more is not valid.");
        call("GetOpenIDConnectProvider").ok();
    }

    @Test
    void deletingItLeavesRolesAsTheyAre() {
        create(URL).ok();
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Federated\":\""
                        + ARN
                        + "\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\"}]}";
        admin.call("CreateRole", "RoleName", "web", "AssumeRolePolicyDocument", trust).ok();
        call("DeleteOpenIDConnectProvider").ok();
        call("GetOpenIDConnectProvider").refused("NoSuchEntity");
        assertThat(admin.call("GetRole", "RoleName", "web").ok().text("AssumeRolePolicyDocument"))
                .contains("oidc-provider%2Ftoken.example.com%2Fpath");
    }
}
