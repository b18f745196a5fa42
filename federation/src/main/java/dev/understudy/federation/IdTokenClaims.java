package dev.understudy.federation;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonNumber;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules about what a token claims, once its signature holds. */
final class IdTokenClaims {
    private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "exp", "iat");
    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf");

    /**
     * How far a provider's clock may be ahead of this one. AWS does not say; 5 minutes is usual.
     */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** AWS: tokens older than a day are too old, whatever their expiry. */
    private static final Duration MOST_AGE = Duration.ofHours(24);

    /** AWS's limit for SubjectFromWebIdentityToken. */
    private static final int MAX_SUBJECT_LENGTH = 255;

    /** Up to the year 9999 and no further; more digits are no time. */
    private static final int MAX_DIGITS = 12;

    private static final String MALFORMED =
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an"
                    + " Access Token)";

    private IdTokenClaims() {}

    /** Why AWS would not take the claims; null if it would. */
    static Proof.@Nullable Unproven refusal(
            JsonObject claims, TrustedProvider provider, Instant now) {
        for (String name : REQUIRED) {
            Json value = claims.get(name);
            if (value == null || value instanceof JsonString text && text.value().isEmpty()) {
                return Proof.invalid("Missing a required claim: " + name);
            }
        }
        if (!areWellFormed(claims)) {
            return Proof.invalid(MALFORMED);
        }
        return audience(claims, provider).isEmpty()
                ? Proof.invalid("Incorrect token audience")
                : untimely(claims, now);
    }

    private static boolean areWellFormed(JsonObject claims) {
        for (String name : TIMES) {
            if (claims.member(name) != null && seconds(claims, name) < 0) {
                return false;
            }
        }
        Json party = claims.get("azp");
        return claims.get("sub") instanceof JsonString subject
                && subject.value().length() <= MAX_SUBJECT_LENGTH
                && (party == null || party instanceof JsonString)
                && texts(claims.get("aud")) != null;
    }

    private static Proof.@Nullable Unproven untimely(JsonObject claims, Instant now) {
        long seconds = now.getEpochSecond();
        long expiry = seconds(claims, "exp");
        if (seconds >= expiry) {
            return expired(
                    "Token expired: current date/time "
                            + seconds
                            + " must be before the expiration date/time "
                            + expiry);
        }
        long age = seconds - seconds(claims, "iat");
        if (age > MOST_AGE.toSeconds()) {
            return expired("Token too old: " + age);
        }
        boolean early =
                claims.member("nbf") != null && seconds(claims, "nbf") - seconds > SKEW.toSeconds();
        return early || -age > SKEW.toSeconds()
                ? Proof.invalid("The ID Token provided is not valid yet")
                : null;
    }

    private static Proof.Unproven expired(String message) {
        return new Proof.Unproven("ExpiredTokenException", message);
    }

    /**
     * Whole seconds since 1970, which AWS wants written without fraction or exponent; -1 if not.
     */
    private static long seconds(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonNumber number
                        && number.text().length() <= MAX_DIGITS
                        && number.text().chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(number.text())
                : -1;
    }

    /** A claim that {@link #refusal} found to be text. */
    static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString text ? text.value() : "";
    }

    /** The texts in a claim that is one or a list of them; null if it is neither. */
    static @Nullable List<String> texts(@Nullable Json value) {
        if (value instanceof JsonString text) {
            return List.of(text.value());
        }
        if (!(value instanceof JsonArray array)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Json item : array.items()) {
            if (!(item instanceof JsonString text)) {
                return null;
            }
            texts.add(text.value());
        }
        return texts;
    }

    /**
     * The client id that the token is for, by {@code azp} if present, else {@code aud}; empty if
     * none. A provider of an account takes those that are registered, and no others.
     */
    static String audience(JsonObject claims, TrustedProvider provider) {
        List<String> audiences = texts(claims.get("aud"));
        List<String> parties =
                claims.get("azp") instanceof JsonString party
                        ? List.of(party.value())
                        : audiences == null ? List.of() : audiences;
        return switch (provider) {
            case TrustedProvider.Registered registered ->
                    parties.stream()
                            .filter(registered.clientIds()::contains)
                            .findFirst()
                            .orElse("");
            case TrustedProvider.BuiltIn builtIn -> parties.size() == 1 ? parties.getFirst() : "";
        };
    }
}
