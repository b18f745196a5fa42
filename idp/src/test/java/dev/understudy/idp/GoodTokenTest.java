package dev.understudy.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.understudy.federation.VerifiedIdentity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Good tokens are good, and say what the provider that they imitate says. */
class GoodTokenTest {
    private static final String ISSUER = "https://idp.example.org/realm";

    @TempDir private Path folder;

    private static TestIdentityProvider provider(String issuer) {
        return TestIdentityProvider.of(issuer, () -> Verifying.NOW);
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    @ParameterizedTest
    @EnumSource
    void everyShapeProvesItsSubject(Like like) throws ParseException {
        TestIdentityProvider idp = provider(like.issuer());
        String token = idp.token(like.token());
        String audience = claims(token).getAudience().getFirst();
        VerifiedIdentity identity =
                Verifying.identity(token, like.issuer(), idp.keySet(), audience);
        assertThat(identity.subject()).isEqualTo(like.subject());
        assertThat(identity.audience()).isEqualTo(audience);
    }

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmSigns(Algorithm algorithm) {
        TestIdentityProvider idp = provider(ISSUER);
        String token = idp.token(Token.of("bob", "client").algorithm(algorithm));
        assertThat(Verifying.refusal(token, ISSUER, idp.keySet(), "client")).isEmpty();
    }

    @Test
    void claimsFollowFromTheSubject() throws ParseException {
        TestIdentityProvider idp = provider(GitHubActions.ISSUER);
        JWTClaimsSet deployment =
                claims(idp.token(Like.GITHUB.token("repo:acme/shop:environment:prod")));
        assertThat(deployment.getClaims())
                .containsEntry("repository", "acme/shop")
                .containsEntry("repository_owner", "acme")
                .containsEntry("environment", "prod")
                .containsEntry("ref", "refs/heads/main");
        JWTClaimsSet push =
                claims(idp.token(GitHubActions.push("acme/shop", "refs/tags/v1").token()));
        assertThat(push.getSubject()).isEqualTo("repo:acme/shop:ref:refs/tags/v1");
        assertThat(push.getClaims())
                .containsEntry("ref_type", "tag")
                .doesNotContainKey("environment");
        JWTClaimsSet pull = claims(idp.token(GitHubActions.pullRequest("acme/shop").token()));
        assertThat(pull.getSubject()).isEqualTo("repo:acme/shop:pull_request");
        assertThat(pull.getClaims()).containsEntry("event_name", "pull_request");
        JWTClaimsSet job = claims(idp.token(GitLabJob.branch("group/sub/project", "main").token()));
        assertThat(job.getSubject())
                .isEqualTo("project_path:group/sub/project:ref_type:branch:ref:main");
        assertThat(job.getClaims()).containsEntry("namespace_path", "group/sub");
        JWTClaimsSet account =
                claims(idp.token(KubernetesServiceAccount.of("shop", "web").token()));
        assertThat(account.getSubject()).isEqualTo("system:serviceaccount:shop:web");
        assertThat(account.getJSONObjectClaim("kubernetes.io"))
                .containsEntry("namespace", "shop")
                .extracting("serviceaccount")
                .extracting("name")
                .isEqualTo("web");
    }

    @Test
    void subjectsThatTheProviderNeverMakesAreRefused() {
        for (Like like : List.of(Like.GITHUB, Like.GITLAB, Like.KUBERNETES)) {
            assertThatThrownBy(() -> like.token("bob"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("`bob` is no subject of ");
        }
    }

    @Test
    void anyClaimCanBeAnother() throws ParseException {
        TestIdentityProvider idp = provider(ISSUER);
        Token token =
                Like.GITHUB
                        .token()
                        .claim("sub", "repository_id:74")
                        .claim("groups", List.of("a", "b"))
                        .claim("auth_time", Duration.ofSeconds(-5))
                        .without("ref")
                        .audience("one", "two")
                        .sessionTags(Map.of("team", "blue"), "team")
                        .sourceIdentity("bob");
        String made = idp.token(token);
        JWTClaimsSet claims = claims(made);
        assertThat(claims.getClaims())
                .containsEntry("sub", "repository_id:74")
                .containsEntry("groups", List.of("a", "b"))
                .containsEntry("auth_time", Verifying.NOW.getEpochSecond() - 5)
                .containsEntry("aud", List.of("one", "two"))
                .doesNotContainKey("ref");
        VerifiedIdentity identity = Verifying.identity(made, ISSUER, idp.keySet(), "two");
        assertThat(identity.tags()).isEqualTo(Map.of("team", "blue"));
        assertThat(identity.sourceIdentity()).isEqualTo("bob");
    }

    @Test
    void oldTokensStayGoodUntilTheirKeyIsForgotten() {
        TestIdentityProvider idp = provider(ISSUER);
        Token wanted = Token.of("bob", "client");
        String before = idp.token(wanted);
        String given = idp.keySet();
        idp.rotate();
        String after = idp.token(wanted);
        assertThat(Verifying.refusal(before, ISSUER, idp.keySet(), "client")).isEmpty();
        assertThat(Verifying.refusal(after, ISSUER, idp.keySet(), "client")).isEmpty();
        assertThat(Verifying.refusal(after, ISSUER, given, "client"))
                .startsWith("InvalidIdentityToken: Couldn't retrieve verification key");
        idp.forgetOldKeys();
        assertThat(Verifying.refusal(before, ISSUER, idp.keySet(), "client"))
                .startsWith("InvalidIdentityToken: Couldn't retrieve verification key");
        assertThat(Verifying.refusal(after, ISSUER, idp.keySet(), "client")).isEmpty();
    }

    @Test
    void twoProcessesWithOneFileAreOneProvider() throws Exception {
        Path file = folder.resolve("deeper").resolve("keys.json");
        var one = TestIdentityProvider.builder(() -> Verifying.NOW).issuer(ISSUER).keys(file);
        TestIdentityProvider first = one.build();
        TestIdentityProvider second = one.build();
        first.rotate();
        String token = first.token(Token.of("bob", "client"));
        assertThat(Verifying.refusal(token, ISSUER, second.keySet(), "client")).isEmpty();
        assertThat(second.keySet()).isEqualTo(first.keySet()).doesNotContain("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}");
        assertThatThrownBy(second::keySet)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("c2VjcmV0");
    }
}
