package dev.understudy.federation;

import dev.understudy.federation.TokenEndpoint.Reply;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonBoolean;
import dev.understudy.policy.Json.JsonNumber;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies opaque access tokens by what their provider says of them: for which application it
 * issued one, to which user, and that it still holds. What an answer does not say clearly is no
 * proof.
 *
 * @see <a
 *     href="https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html">Login
 *     with Amazon: tokeninfo</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token">Facebook:
 *     debug_token</a>
 */
public final class AccessTokenVerifier {
    /** AWS's limit for SubjectFromWebIdentityToken. */
    private static final int MAX_LENGTH = 255;

    private static final int MAX_DIGITS = 12;
    private static final String AMAZON_ISSUER = "https://www.amazon.com";

    private static final Map<Integer, String> REASONS =
            Map.of(400, " Bad Request", 401, " Unauthorized", 403, " Forbidden", 404, " Not Found");

    private final TokenEndpoint endpoint;

    /** Verifies by asking there. */
    public AccessTokenVerifier(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Checks the token, which must come from this provider. */
    public Proof verify(OAuthProvider provider, String token, Instant now) {
        return switch (endpoint.ask(provider, token)) {
            case Reply.Answered answered ->
                    Json.read(answered.body()) instanceof JsonObject object
                            ? proof(provider, object, now.getEpochSecond())
                            : unclear(provider);
            case Reply.Refused refused ->
                    rejected(
                            provider,
                            "responded with HTTP/1.1 "
                                    + refused.status()
                                    + REASONS.getOrDefault(refused.status(), ""));
            case Reply.Unreachable unreachable ->
                    new Proof.Unproven(
                            "IDPCommunicationError", provider.host() + " could not be reached");
            case Reply.Unconfigured unconfigured ->
                    Proof.invalid(
                            "No application is configured in whose name "
                                    + provider.host()
                                    + " could be asked about access tokens");
        };
    }

    private static Proof proof(OAuthProvider provider, JsonObject answer, long now) {
        return switch (provider) {
            case AMAZON -> amazon(answer);
            case FACEBOOK ->
                    answer.get("data") instanceof JsonObject data
                            ? facebook(data, now)
                            : unclear(provider);
        };
    }

    /** Here {@code exp} is how many seconds the token still holds. */
    private static Proof amazon(JsonObject answer) {
        Json issuer = answer.get("iss");
        Long left = number(answer.get("exp"));
        boolean another =
                issuer != null
                        && !(issuer instanceof JsonString text
                                && text.value().equals(AMAZON_ISSUER));
        if (left == null || another) {
            return unclear(OAuthProvider.AMAZON);
        }
        return left <= 0
                ? expired("Token expired")
                : proven(OAuthProvider.AMAZON, answer.get("aud"), answer.get("user_id"));
    }

    /** Here {@code expires_at} is a time, and 0 for a token that does not end. */
    private static Proof facebook(JsonObject data, long now) {
        Long expiry = number(data.get("expires_at"));
        if (expiry != null && expiry != 0 && expiry <= now) {
            return expired(
                    "Token expired: current date/time "
                            + now
                            + " must be before the expiration date/time "
                            + expiry);
        }
        if (!(data.get("is_valid") instanceof JsonBoolean valid) || expiry == null) {
            return data.get("error") == null
                    ? unclear(OAuthProvider.FACEBOOK)
                    : rejected(OAuthProvider.FACEBOOK, "does not take the token");
        }
        Json kind = data.get("type");
        if (!valid.value() || kind instanceof JsonString text && !text.value().equals("USER")) {
            return rejected(OAuthProvider.FACEBOOK, "does not take the token");
        }
        return proven(OAuthProvider.FACEBOOK, data.get("app_id"), data.get("user_id"));
    }

    private static Proof proven(
            OAuthProvider provider, @Nullable Json application, @Nullable Json user) {
        String appId = id(application);
        String userId = id(user);
        if (appId == null || userId == null) {
            return unclear(provider);
        }
        return new Proof.Proven(
                new VerifiedIdentity(
                        provider.host(),
                        provider.host(),
                        userId,
                        appId,
                        Map.of(
                                provider.applicationKey(),
                                List.of(appId),
                                provider.userKey(),
                                List.of(userId)),
                        new VerifiedIdentity.SessionClaims(Map.of(), Set.of(), null)));
    }

    /** An id, which Facebook also writes as a number; null if it is none. */
    private static @Nullable String id(@Nullable Json value) {
        String text =
                value instanceof JsonString string
                        ? string.value()
                        : value instanceof JsonNumber number ? number.text() : "";
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 127);
        return plain && !text.isEmpty() && text.length() <= MAX_LENGTH ? text : null;
    }

    private static @Nullable Long number(@Nullable Json value) {
        return value instanceof JsonNumber number
                        && number.text().length() <= MAX_DIGITS
                        && number.text().matches("-?[0-9]+")
                ? Long.valueOf(number.text())
                : null;
    }

    private static Proof expired(String message) {
        return new Proof.Unproven("ExpiredTokenException", message);
    }

    /** As AWS says it of a token that Facebook does not take. */
    private static Proof rejected(OAuthProvider provider, String what) {
        return new Proof.Unproven(
                "IDPRejectedClaim", provider.host() + ": " + provider.host() + " " + what);
    }

    private static Proof unclear(OAuthProvider provider) {
        return Proof.invalid(provider.host() + " says nothing clear of the access token");
    }
}
