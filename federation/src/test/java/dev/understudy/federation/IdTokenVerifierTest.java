package dev.understudy.federation;

import static dev.understudy.federation.TestTokens.GOOD;
import static dev.understudy.federation.TestTokens.ISSUER;
import static dev.understudy.federation.TestTokens.TIMES;
import static dev.understudy.federation.TestTokens.claims;
import static dev.understudy.federation.TestTokens.identity;
import static dev.understudy.federation.TestTokens.outcome;
import static dev.understudy.federation.TestTokens.provider;
import static dev.understudy.federation.TestTokens.signed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** What a signed id token must claim to prove anything. */
class IdTokenVerifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"aud\":\"client\" | proven",
                "\"aud\":[\"client\"] | proven",
                "\"aud\":[\"other\",\"client\"] | proven",
                "\"aud\":[\"other\"] | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":\"other\" | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":\"Client\" | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":[] | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":\"\" | InvalidIdentityToken: Missing a required claim: aud",
                "\"x\":1 | InvalidIdentityToken: Missing a required claim: aud",
                "\"aud\":\"client\",\"azp\":\"other\" | InvalidIdentityToken: Incorrect token"
                        + " audience",
                "\"aud\":\"other\",\"azp\":\"client\" | proven"
            })
    void whomATokenIsFor(String audience, String outcome) throws Exception {
        String token =
                signed(
                        "{\"iss\":\""
                                + ISSUER
                                + "\",\"sub\":\"bob\","
                                + audience
                                + ","
                                + TIMES
                                + "}");
        assertThat(outcome(token)).isEqualTo(outcome);
        assertThat(outcome(token, provider("id.example.org/tenant"))).isNotEqualTo("proven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.org/tenant/",
                "https://ID.example.org/tenant",
                "https://id.example.org:443/tenant",
                "https://user@id.example.org/tenant",
                "https://id.example.org/ten\u0430nt",
                "http://id.example.org/tenant",
                "id.example.org/tenant",
                " ",
                ""
            })
    void issuersThatAreAnothers(String issuer) throws Exception {
        assertThat(outcome(signed(GOOD.replace(ISSUER, issuer))))
                .isEqualTo(
                        "InvalidIdentityToken: No OpenIDConnect provider found in your account for "
                                + issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1768479000.5",
                "1768479000.0",
                "\"1768479000\"",
                "1e10",
                "1e400",
                "-1",
                "17684790000000",
                "[1768479000]",
                "true"
            })
    void timesThatAreNoWholeSeconds(String time) throws Exception {
        for (String changed :
                List.of(
                        GOOD.replace("1768479000", time),
                        GOOD.replace("\"iat\":1768478400", "\"iat\":" + time),
                        claims("\"nbf\":" + time))) {
            assertThat(outcome(signed(changed))).startsWith("InvalidIdentityToken: The ID Token");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iat, 1768478700, proven",
        "iat, 1768478701, InvalidIdentityToken: The ID Token provided is not valid yet",
        "iat, 1768392000, proven",
        "iat, 1768391999, ExpiredTokenException: Token too old: 86401",
        "nbf, 1768478700, proven",
        "nbf, 1768478701, InvalidIdentityToken: The ID Token provided is not valid yet",
        "exp, 1768478401, proven",
        "exp, 253402300799, proven",
        "exp, 1768478400, 'ExpiredTokenException: Token expired: current date/time 1768478400 must"
                + " be before the expiration date/time 1768478400'"
    })
    void clocks(String name, String time, String outcome) throws Exception {
        String claims = GOOD.replaceAll("\"" + name + "\":[0-9]+", "\"" + name + "\":" + time);
        assertThat(outcome(signed(name.equals("nbf") ? claims("\"nbf\":" + time) : claims)))
                .isEqualTo(outcome);
    }

    @Test
    void claimsGivenTwiceOrOfTheWrongKind() throws Exception {
        assertThat(outcome(signed(claims("\"sub\":\"eve\"")))).isEqualTo("no token");
        assertThat(outcome(signed(claims("\"a\":{\"b\":1,\"b\":2}")))).isEqualTo("no token");
        for (String subject : List.of("{}", "[\"bob\"]", "7", "\"" + "b".repeat(256) + "\"")) {
            assertThat(outcome(signed(GOOD.replace("\"bob\"", subject))))
                    .startsWith("InvalidIdentityToken: The ID Token provided");
        }
        assertThat(outcome(signed(claims("\"azp\":7"))))
                .startsWith("InvalidIdentityToken: The ID Token provided");
    }

    @Test
    void whatIsTooMuch() throws Exception {
        assertThat(outcome(signed(claims("\"a\":" + "[".repeat(40) + "]".repeat(40)))))
                .isEqualTo("no token");
        assertThat(IdToken.parse(".".repeat(100_000))).isNull();
        assertThat(IdToken.parse("a".repeat(20_001))).isNull();
        assertThat(IdToken.parse("a.b.c.d.e")).as("JWE").isNull();
        assertThat(outcome(signed(GOOD) + "=")).isEqualTo("no token");
        assertThat(outcome(signed(GOOD) + ".")).isEqualTo("no token");
    }

    @Test
    void tokensOfAwsItselfAreForOutside() throws Exception {
        String issuer = "https://abc.tokens.sts.global.api.aws";
        assertThat(
                        outcome(
                                signed(GOOD.replace(ISSUER, issuer)),
                                provider("abc.tokens.sts.global.api.aws", "client")))
                .startsWith("InvalidIdentityToken: No OpenIDConnect provider found");
    }

    @Test
    void conditionKeysOfATokenOfGoogle() throws Exception {
        for (String issuer : List.of("https://accounts.google.com", "accounts.google.com")) {
            String claims =
                    claims("\"azp\":\"app\",\"email\":\"b@example.org\"").replace(ISSUER, issuer);
            VerifiedIdentity identity = identity(claims, TrustedProvider.BuiltIn.GOOGLE);
            assertThat(identity.provider()).isEqualTo("accounts.google.com");
            assertThat(identity.issuer()).isEqualTo(issuer);
            assertThat(identity.keys())
                    .containsOnly(
                            Map.entry("accounts.google.com:aud", List.of("app")),
                            Map.entry("accounts.google.com:oaud", List.of("client")),
                            Map.entry("accounts.google.com:sub", List.of("bob")));
        }
    }

    @Test
    void conditionKeysOfATokenOfCognito() throws Exception {
        String claims =
                claims("\"amr\":[\"authenticated\",\"graph.facebook.com\"]")
                        .replace(ISSUER, "https://cognito-identity.amazonaws.com");
        assertThat(identity(claims, TrustedProvider.BuiltIn.COGNITO).keys())
                .containsEntry(
                        "cognito-identity.amazonaws.com:amr",
                        List.of("authenticated", "graph.facebook.com"))
                .containsEntry("cognito-identity.amazonaws.com:aud", List.of("client"));
    }

    @Test
    void claimsAreKeysForTheIssuersThatAwsLists() throws Exception {
        String more = "\"repository\":\"o/r\",\"actor_id\":7,\"own\":\"x\"";
        String github = "token.actions.githubusercontent.com";
        assertThat(
                        identity(
                                        claims(more).replace(ISSUER, "https://" + github),
                                        provider(github, "client"))
                                .keys())
                .containsEntry(github + ":repository", List.of("o/r"))
                .containsEntry(github + ":actor_id", List.of("7"))
                .doesNotContainKey(github + ":own");
        assertThat(identity(claims(more), provider("id.example.org/tenant", "client")).keys())
                .containsOnlyKeys("id.example.org/tenant:aud", "id.example.org/tenant:sub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":[\"1\"]},\"transitive_tag_keys\":[\"a\"]}",
                "\"https://aws.amazon.com/tags/principal_tags/a\":[\"1\"],\"https://aws.amazon.com/tags/transitive_tag_keys\":[\"a\"]",
                "\"https://aws.amazon.com/tags/principal_tags/a\":\"1\",\"https://aws.amazon.com/tags/transitive_tag_keys\":\"a\""
            })
    void sessionTagsNestedAndFlattened(String tags) throws Exception {
        VerifiedIdentity identity =
                identity(claims(tags), provider("id.example.org/tenant", "client"));
        assertThat(identity.tags()).containsExactly(Map.entry("a", "1"));
        assertThat(identity.transitiveTagKeys()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://aws.amazon.com/tags\":7",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":[\"1\",\"2\"]}}",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":\"1\"}}",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{},\"transitive_tag_keys\":[\"a\"]}",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":[\"1\"]}},\"https://aws.amazon.com/tags/principal_tags/a\":\"2\"",
                "\"https://aws.amazon.com/tags/principal_tags/a\":{}",
                "\"https://aws.amazon.com/source_identity\":[\"x\"]",
                "\"https://aws.amazon.com/source_identity\":\"x\"",
                "\"https://aws.amazon.com/source_identity\":\"b b\"",
                "\"https://aws.amazon.com/source_identity\":\"aws:bob\"",
                "\"https://aws.amazon.com/source_identity\":\"\""
            })
    void whatIsNoRequestForASession(String more) throws Exception {
        assertThat(outcome(signed(claims(more)))).startsWith("InvalidIdentityToken: The session");
    }
}
