package dev.understudy.idp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Each broken token is refused, as AWS refuses it, whatever it was shaped like and signed by. */
class FlawTest {
    private static final String ISSUER = "https://idp.example.org";
    private static final String MALFORMED =
            "InvalidIdentityToken: The ID Token provided is not a valid JWT. (You may see this"
                    + " error if you sent an Access Token)";
    private static final String NO_KEY =
            "InvalidIdentityToken: Couldn't retrieve verification key from your identity provider, "
                    + " please reference AssumeRoleWithWebIdentity documentation for requirements";
    private static final long NOW = Verifying.NOW.getEpochSecond();

    private final TestIdentityProvider idp = TestIdentityProvider.of(ISSUER, () -> Verifying.NOW);

    /** AWS's error. Where AWS publishes no text, its code. */
    private static String refusal(Flaw flaw) {
        return switch (flaw) {
            case EXPIRED ->
                    "ExpiredTokenException: Token expired: current date/time "
                            + NOW
                            + " must be before the expiration date/time "
                            + (NOW - 60);
            case ISSUED_TOO_LONG_AGO -> "ExpiredTokenException: Token too old: 90000";
            case NOT_YET_VALID, ISSUED_IN_THE_FUTURE, MISSING_ISSUER, UNKNOWN_CRITICAL_HEADER ->
                    "InvalidIdentityToken: ";
            case WRONG_AUDIENCE -> "InvalidIdentityToken: Incorrect token audience";
            case WRONG_ISSUER ->
                    "InvalidIdentityToken: No OpenIDConnect provider found in your account for"
                            + " https://impostor.example";
            case MISSING_SUBJECT -> "InvalidIdentityToken: Missing a required claim: sub";
            case MISSING_AUDIENCE -> "InvalidIdentityToken: Missing a required claim: aud";
            case MISSING_EXPIRY -> "InvalidIdentityToken: Missing a required claim: exp";
            case MISSING_ISSUE_TIME -> "InvalidIdentityToken: Missing a required claim: iat";
            case WRONG_KEY,
                    UNKNOWN_KEY_ID,
                    EMBEDDED_KEY,
                    EMBEDDED_KEY_URL,
                    TAMPERED_PAYLOAD,
                    TAMPERED_SIGNATURE,
                    ZERO_SIGNATURE,
                    TRUNCATED_SIGNATURE ->
                    NO_KEY;
            case ALG_NONE,
                    HMAC_WITH_PUBLIC_KEY,
                    FRACTIONAL_EXPIRY,
                    TEXT_EXPIRY,
                    DUPLICATE_CLAIM,
                    EMPTY_SIGNATURE,
                    TRUNCATED,
                    EXTRA_PART,
                    NOT_JSON,
                    TOO_LONG ->
                    MALFORMED;
        };
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedAsAwsRefusesIt(Flaw flaw) {
        for (Algorithm algorithm : List.of(Algorithm.RS256, Algorithm.PS256, Algorithm.ES512)) {
            Token token = Token.of("bob", "client").algorithm(algorithm);
            assertThat(Verifying.refusal(idp.token(token), ISSUER, idp.keySet(), "client"))
                    .isEmpty();
            assertThat(Verifying.refusal(idp.token(token, flaw), ISSUER, idp.keySet(), "client"))
                    .startsWith(refusal(flaw));
        }
    }

    @ParameterizedTest
    @EnumSource
    void breaksEveryShape(Like like) {
        TestIdentityProvider real = TestIdentityProvider.of(like.issuer(), () -> Verifying.NOW);
        Token token = like.token().audience("client").without("azp");
        for (Flaw flaw : Flaw.values()) {
            assertThat(
                            Verifying.refusal(
                                    real.token(token, flaw),
                                    like.issuer(),
                                    real.keySet(),
                                    "client"))
                    .as("%s, %s", like, flaw)
                    .startsWith(refusal(flaw));
        }
    }

    @Test
    void isNotWhatAnotherFlawIs() {
        Token token = Token.of("bob", "client").algorithm(Algorithm.RS256);
        List<String> made =
                Arrays.stream(Flaw.values()).map(flaw -> idp.token(token, flaw)).toList();
        assertThat(new HashSet<>(made)).hasSameSizeAs(made).doesNotContain(idp.token(token));
    }
}
