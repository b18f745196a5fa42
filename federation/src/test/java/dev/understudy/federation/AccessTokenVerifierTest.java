package dev.understudy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.TokenEndpoint.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the answers of Amazon and Facebook prove of an access token, and what they do not. */
class AccessTokenVerifierTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_768_478_400);
    private static final String AMAZON =
            "{'iss':'https://www.amazon.com','user_id':'amzn1.account.K2','aud':'amzn1.client.A',"
                    + "'app_id':'amzn1.application.4','exp':3597,'iat':1768478397}";
    private static final String FACEBOOK =
            "{'data':{'app_id':'138483919580948','type':'USER','application':'x',"
                    + "'expires_at':1768482000,'is_valid':true,'user_id':'1207059'}}";

    private static Proof verify(OAuthProvider provider, Reply reply) {
        return new AccessTokenVerifier(
                        (asked, token) -> {
                            assertThat(asked).isEqualTo(provider);
                            assertThat(token).isEqualTo("Atza|secret");
                            return reply;
                        })
                .verify(provider, "Atza|secret", NOW);
    }

    private static Proof answered(OAuthProvider provider, String json) {
        return verify(provider, new Reply.Answered(json.replace('\'', '"')));
    }

    private static void proves(Proof proof, String host, String user, String application) {
        VerifiedIdentity identity = ((Proof.Proven) proof).identity();
        assertThat(identity.provider()).isEqualTo(host);
        assertThat(identity.issuer()).isEqualTo(host);
        assertThat(identity.subject()).isEqualTo(user);
        assertThat(identity.audience()).isEqualTo(application);
        assertThat(identity.tags()).isEmpty();
        assertThat(identity.sourceIdentity()).isNull();
    }

    @Test
    void aTokenOfAmazon() {
        Proof proof = answered(OAuthProvider.AMAZON, AMAZON);
        proves(proof, "www.amazon.com", "amzn1.account.K2", "amzn1.client.A");
        assertThat(((Proof.Proven) proof).identity().keys())
                .isEqualTo(
                        Map.of(
                                "www.amazon.com:app_id",
                                List.of("amzn1.client.A"),
                                "www.amazon.com:user_id",
                                List.of("amzn1.account.K2")));
    }

    @Test
    void aTokenOfFacebook() {
        Proof proof = answered(OAuthProvider.FACEBOOK, FACEBOOK);
        proves(proof, "graph.facebook.com", "1207059", "138483919580948");
        assertThat(((Proof.Proven) proof).identity().keys())
                .isEqualTo(
                        Map.of(
                                "graph.facebook.com:app_id",
                                List.of("138483919580948"),
                                "graph.facebook.com:id",
                                List.of("1207059")));
        proves(
                answered(OAuthProvider.FACEBOOK, FACEBOOK.replace("1768482000", "0")),
                "graph.facebook.com",
                "1207059",
                "138483919580948");
        proves(
                answered(OAuthProvider.FACEBOOK, FACEBOOK.replace("'1207059'", "1207059")),
                "graph.facebook.com",
                "1207059",
                "138483919580948");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "AMAZON ~ 'exp':3597 ~ 'exp':0 ~ ExpiredTokenException",
                "AMAZON ~ 'exp':3597 ~ 'exp':-5 ~ ExpiredTokenException",
                "AMAZON ~ 'exp':3597 ~ 'exp':'3597' ~ InvalidIdentityToken",
                "AMAZON ~ 'exp':3597 ~ 'exp':1e400 ~ InvalidIdentityToken",
                "AMAZON ~ 'exp':3597 ~ 'exp':0.5 ~ InvalidIdentityToken",
                "AMAZON ~ 'exp':3597 ~ 'exp':3597,'exp':0 ~ InvalidIdentityToken",
                "AMAZON ~ 'exp':3597, ~ `` ~ InvalidIdentityToken",
                "AMAZON ~ https://www.amazon.com ~ https://www.amazon.com.evil ~"
                        + " InvalidIdentityToken",
                "AMAZON ~ 'user_id':'amzn1.account.K2' ~ 'user_id':'' ~ InvalidIdentityToken",
                "AMAZON ~ 'user_id':'amzn1.account.K2' ~ 'user_id':['a'] ~ InvalidIdentityToken",
                "AMAZON ~ 'aud':'amzn1.client.A', ~ `` ~ InvalidIdentityToken",
                "AMAZON ~ amzn1.account.K2 ~ a b ~ InvalidIdentityToken",
                "FACEBOOK ~ 1768482000 ~ 1768478400 ~ ExpiredTokenException",
                "FACEBOOK ~ 'is_valid':true ~ 'is_valid':false ~ IDPRejectedClaim",
                "FACEBOOK ~ 'is_valid':true ~ 'is_valid':'true' ~ InvalidIdentityToken",
                "FACEBOOK ~ 'type':'USER' ~ 'type':'PAGE' ~ IDPRejectedClaim",
                "FACEBOOK ~ 'expires_at':1768482000, ~ `` ~ InvalidIdentityToken",
                "FACEBOOK ~ 'expires_at':1768482000, ~ 'error':{'code':190}, ~ IDPRejectedClaim",
                "FACEBOOK ~ 'app_id':'138483919580948' ~ 'app_id':null ~ InvalidIdentityToken",
                "FACEBOOK ~ 'data':{ ~ 'other':{ ~ InvalidIdentityToken",
            })
    void whatIsNoProof(OAuthProvider provider, String good, String bad, String code) {
        String answer = provider == OAuthProvider.AMAZON ? AMAZON : FACEBOOK;
        assertThat(answer).contains(good);
        Proof proof = answered(provider, answer.replace(good, bad));
        assertThat(((Proof.Unproven) proof).code()).isEqualTo(code);
        assertThat(((Proof.Unproven) proof).message()).doesNotContain("secret", "K2", "1207059");
    }

    @Test
    void answersThatAreNone() {
        for (String text : List.of("", "[]", "null", "<html>", "{", "{}", "[".repeat(100_000))) {
            for (OAuthProvider provider : OAuthProvider.values()) {
                assertThat(answered(provider, text)).isInstanceOf(Proof.Unproven.class);
            }
        }
    }

    @Test
    void providersThatDoNotAnswerOrRefuse() {
        assertThat(verify(OAuthProvider.FACEBOOK, new Reply.Refused(400)))
                .isEqualTo(
                        new Proof.Unproven(
                                "IDPRejectedClaim",
                                "graph.facebook.com: graph.facebook.com responded with HTTP/1.1"
                                        + " 400 Bad Request"));
        assertThat(verify(OAuthProvider.AMAZON, new Reply.Unreachable()))
                .isEqualTo(
                        new Proof.Unproven(
                                "IDPCommunicationError", "www.amazon.com could not be reached"));
        assertThat(
                        ((Proof.Unproven) verify(OAuthProvider.FACEBOOK, new Reply.Unconfigured()))
                                .code())
                .isEqualTo("InvalidIdentityToken");
    }
}
