package dev.understudy.iam.roles;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.SharedIssuer;
import dev.understudy.catalog.SharedIssuers;
import dev.understudy.directory.Role;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trust in issuers that many organizations share must say whose tokens are meant. */
class IdentityProviderControlsTest {
    private static final String GITHUB = "token.actions.githubusercontent.com";
    private static final String WEB = "\"sts:AssumeRoleWithWebIdentity\"";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private static String trust(String effect, String url, String action, String condition) {
        String provider =
                url.equals("cognito-identity.amazonaws.com")
                        ? url
                        : "arn:aws:iam::111122223333:oidc-provider/" + url;
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\""
                + effect
                + "\",\"Principal\":{\"Federated\":[\""
                + provider
                + "\"]},\"Action\":"
                + action
                + ",\"Condition\":{"
                + condition
                + "}}]}";
    }

    private Answer create(String document) {
        return admin.call("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", document);
    }

    private void saves(String document) {
        create(document).ok();
        admin.call("DeleteRole", "RoleName", "r").ok();
    }

    private void refuses(String document) {
        create(document).refused("MalformedPolicyDocument");
        assertThat(world.account(TRUSTING).role("r")).isNull();
    }

    @Test
    void everyIssuerOfTheListNeedsItsKey() {
        assertThat(SharedIssuers.all()).hasSizeGreaterThan(15);
        for (SharedIssuer issuer : SharedIssuers.all()) {
            String audience =
                    "\"StringEquals\":{\"" + issuer.url() + ":amr\":\"sts.amazonaws.com\"}";
            String tenant = "\"StringEquals\":{\"" + issuer.tenantKey() + "\":\"ours\"}";
            saves(trust("Allow", issuer.url(), WEB, tenant));
            if (issuer.required()) {
                refuses(trust("Allow", issuer.url(), WEB, audience));
            } else {
                saves(trust("Allow", issuer.url(), WEB, audience));
            }
        }
        saves(trust("Allow", "id.example.org", WEB, "\"StringEquals\":{\"a:b\":\"c\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "StringEquals ~ 'repo:a/b:ref:refs/heads/main' ~ true",
                "StringLike ~ 'repo:a/*' ~ true",
                "StringLike ~ ['repo:a/*','repo:b/*'] ~ true",
                "ForAnyValue:StringLike ~ 'repo:a/*' ~ true",
                "StringEqualsIgnoreCase ~ 'repo:a/b' ~ true",
                "StringLike ~ '*' ~ false",
                "StringLike ~ ['repo:a/*','?*'] ~ false",
                "StringEquals ~ '' ~ false",
                "StringEquals ~ [] ~ false",
                "StringNotEquals ~ 'repo:a/b' ~ false",
                "StringNotLike ~ 'repo:a/*' ~ false",
                "Null ~ 'false' ~ false",
            })
    void whatSaysWhose(String operator, String value, boolean enough) {
        String condition =
                "\"" + operator + "\":{\"" + GITHUB + ":SUB\":" + value.replace('\'', '"') + "}";
        Answer answer = create(trust("Allow", GITHUB, WEB, condition));
        if (enough) {
            answer.ok();
        } else {
            answer.refused("MalformedPolicyDocument");
        }
    }

    @Test
    void statementsThatLetNoTokenInAreFree() {
        saves(trust("Deny", GITHUB, WEB, ""));
        saves(trust("Allow", GITHUB, "\"sts:TagSession\"", ""));
        refuses(trust("Allow", GITHUB, "[\"sts:TagSession\"," + WEB + "]", ""));
        refuses(trust("Allow", GITHUB, "\"sts:*\"", ""));
    }

    @Test
    void anUpdateIsHeldToItAndChangesNothing() {
        String good =
                trust("Allow", GITHUB, WEB, "\"StringLike\":{\"" + GITHUB + ":sub\":\"repo:a/*\"}");
        create(good).ok();
        admin.call(
                        "UpdateAssumeRolePolicy",
                        "RoleName",
                        "r",
                        "PolicyDocument",
                        trust("Allow", GITHUB, WEB, ""))
                .refused(
                        400,
                        "MalformedPolicyDocument",
                        "Tokens of token.actions.githubusercontent.com are issued to many"
                                + " organizations: the trust policy must evaluate"
                                + " token.actions.githubusercontent.com:sub, and not by wildcards"
                                + " alone");
        assertThat(world.account(TRUSTING).role("r").trustPolicy().text()).isEqualTo(good);
    }

    /** As AWS documents: "will not be evaluated by IAM for existing OIDC role trust policies". */
    @Test
    void aRoleThatIsStoredAlreadyIsDecidedAsItIs() {
        String url = "https://" + GITHUB;
        TestIdentityProvider github = TestIdentityProvider.of(url, world);
        world.provide(url, github.keySet());
        admin.call("CreateOpenIDConnectProvider", "Url", url, "ClientIDList.member.1", "client")
                .ok();
        create(trust("Allow", GITHUB, WEB, "\"StringLike\":{\"" + GITHUB + ":sub\":\"a*\"}")).ok();
        Role role = world.account(TRUSTING).role("r");
        String open = trust("Allow", GITHUB, WEB, "");
        world.put(TRUSTING, role.withTrustPolicy(PolicyDocument.parse(open)));
        world.unsigned(
                        "AssumeRoleWithWebIdentity",
                        "RoleArn",
                        "arn:aws:iam::111122223333:role/r",
                        "RoleSessionName",
                        "session",
                        "WebIdentityToken",
                        github.token(Token.of("repo:anybody/anything", "client")))
                .ok();
        admin.call("UpdateAssumeRolePolicy", "RoleName", "r", "PolicyDocument", open)
                .refused("MalformedPolicyDocument");
    }
}
