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

/** The rules about what a token claims, once its signature holds. */
final class IdTokenClaims {
    private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "exp", "iat");
    private static final List<String> TIMES = List.of("exp", "iat", "nbf");

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

    private IdTokenClaims() {}

    /** Holds the claims against the rules, and notes why AWS would not take them. */
    static void check(JsonObject claims, TrustedProvider provider, Instant now, Findings findings) {
        for (String name : REQUIRED) {
            Json value = claims.get(name);
            findings.check(
                    name,
                    value != null && !(value instanceof JsonString text && text.value().isEmpty()),
                    () -> shown(name, value),
                    "present",
                    Proof.invalid("Missing a required claim: " + name));
            if (findings.ended()) {
                return;
            }
        }
        forms(claims, findings);
        if (findings.ended()) {
            return;
        }
        findings.check(
                "audience",
                !audience(claims, provider).isEmpty(),
                () ->
                        shown(
                                "aud",
                                claims.get("azp") == null ? claims.get("aud") : claims.get("azp")),
                provider instanceof TrustedProvider.Registered registered
                        ? registered.clientIds().isEmpty()
                                ? "a client id of the provider, which has none"
                                : "one of the provider's client ids: "
                                        + String.join(", ", registered.clientIds())
                        : "one audience",
                Proof.invalid("Incorrect token audience"));
        if (!findings.ended()) {
            times(claims, now, findings);
        }
    }

    /** A claim for people; times by the calendar too. */
    private static String shown(String name, @Nullable Json value) {
        return switch (value) {
            case null -> "missing";
            case JsonString text -> text.value().isEmpty() ? "empty" : text.value();
            case JsonNumber number when TIMES.contains(name) && seconds(number) >= 0 ->
                    number.text() + " (" + Instant.ofEpochSecond(seconds(number)) + ")";
            case JsonNumber number -> number.text();
            default -> {
                List<String> texts = texts(value);
                yield texts == null ? "neither text nor number" : String.join(", ", texts);
            }
        };
    }

    private static void forms(JsonObject claims, Findings findings) {
        for (String name : TIMES) {
            if (claims.member(name) != null
                    && !findings.check(
                            name + "Form",
                            seconds(claims, name) >= 0,
                            () -> shown(name, claims.get(name)),
                            "whole seconds since 1970",
                            IdToken.MALFORMED)
                    && findings.ended()) {
                return;
            }
        }
        Json party = claims.get("azp");
        Json subject = claims.get("sub");
        boolean sound =
                findings.check(
                                "subForm",
                                subject instanceof JsonString text
                                        && text.value().length() <= MAX_SUBJECT_LENGTH,
                                () -> shown("sub", subject),
                                "text of at most " + MAX_SUBJECT_LENGTH + " characters",
                                IdToken.MALFORMED)
                        || !findings.ended();
        if (sound) {
            findings.check(
                    "audForm",
                    texts(claims.get("aud")) != null
                            && (party == null || party instanceof JsonString),
                    () -> shown("aud", claims.get("aud")),
                    "text or a list of texts, and azp text if there is one",
                    IdToken.MALFORMED);
        }
    }

    private static void times(JsonObject claims, Instant now, Findings findings) {
        long seconds = now.getEpochSecond();
        long expiry = seconds(claims, "exp");
        long issued = seconds(claims, "iat");
        long start = seconds(claims, "nbf");
        if (expiry >= 0) {
            findings.check(
                    "expiry",
                    seconds < expiry,
                    () -> "ends " + Instant.ofEpochSecond(expiry),
                    "after " + now,
                    expired(
                            "Token expired: current date/time "
                                    + seconds
                                    + " must be before the expiration date/time "
                                    + expiry));
        }
        if (issued >= 0 && !findings.ended()) {
            findings.check(
                    "age",
                    seconds - issued <= MOST_AGE.toSeconds(),
                    () -> "made " + Instant.ofEpochSecond(issued),
                    "not before " + now.minus(MOST_AGE),
                    expired("Token too old: " + (seconds - issued)));
        }
        if (start >= 0 && !findings.ended()) {
            early("notBefore", "good from ", start, now, findings);
        }
        if (issued >= 0 && !findings.ended()) {
            early("issueTime", "made ", issued, now, findings);
        }
    }

    private static void early(
            String check, String words, long time, Instant now, Findings findings) {
        findings.check(
                check,
                time - now.getEpochSecond() <= SKEW.toSeconds(),
                () -> words + Instant.ofEpochSecond(time),
                "not after " + now.plus(SKEW),
                Proof.invalid("The ID Token provided is not valid yet"));
    }

    private static Proof.Unproven expired(String message) {
        return new Proof.Unproven("ExpiredTokenException", message);
    }

    /**
     * Whole seconds since 1970, which AWS wants written without fraction or exponent; -1 if not.
     */
    private static long seconds(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonNumber number ? seconds(number) : -1;
    }

    private static long seconds(JsonNumber number) {
        return number.text().length() <= MAX_DIGITS
                        && number.text().chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(number.text())
                : -1;
    }

    /** A claim that is text; empty if it is not. */
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
        List<String> parties = parties(claims);
        return switch (provider) {
            case TrustedProvider.Registered registered ->
                    parties.stream()
                            .filter(registered.clientIds()::contains)
                            .findFirst()
                            .orElse("");
            case TrustedProvider.BuiltIn builtIn -> parties.size() == 1 ? parties.getFirst() : "";
        };
    }

    /** Whom the token says it is for. */
    static List<String> parties(JsonObject claims) {
        List<String> audiences = texts(claims.get("aud"));
        return claims.get("azp") instanceof JsonString party
                ? List.of(party.value())
                : audiences == null ? List.of() : audiences;
    }
}
