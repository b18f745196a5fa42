package dev.understudy.federation;

import static java.time.temporal.ChronoUnit.SECONDS;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules about what an assertion says, once its signature holds. */
final class AssertionRules {
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** How far the provider's clock may be ahead. AWS does not say how much it bears. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private AssertionRules() {}

    /** Holds the assertion against the rules, and notes why AWS would not take it. */
    static void check(
            SamlAssertion assertion, AssertionConsumers consumers, Instant now, Findings findings) {
        boolean meant =
                findings.check(
                        "audience",
                        !assertion.audiences().isEmpty()
                                && assertion.audiences().stream().allMatch(consumers::meant),
                        () -> words(assertion.audiences().stream().flatMap(List::stream).toList()),
                        "urn:amazon:webservices, or a sign-in address, in every restriction",
                        invalid("Response does not contain the required audience."));
        if (!meant && findings.ended()) {
            return;
        }
        findings.check(
                "conditions",
                !assertion.unknownConditions(),
                () -> assertion.unknownConditions() ? "an unknown condition" : "known ones",
                "none beyond the standard's",
                invalid("Response contains a condition that is not known."));
        SamlAssertion.Confirmation bearer = bearer(assertion);
        if (findings.ended()) {
            return;
        }
        findings.check(
                "confirmation",
                bearer != null,
                () ->
                        words(
                                assertion.confirmations().stream()
                                        .map(SamlAssertion.Confirmation::method)
                                        .toList()),
                "exactly one, by bearer",
                invalid("Response must contain exactly one bearer SubjectConfirmation."));
        if (bearer != null) {
            String recipient = bearer.recipient();
            findings.check(
                    "recipient",
                    recipient != null && consumers.receives(recipient),
                    () -> recipient == null ? "none" : recipient,
                    "https://signin.aws.amazon.com/saml, or another sign-in address",
                    invalid("Response does not contain the required recipient."));
        }
        if (!findings.ended()) {
            times(assertion, bearer, now, findings);
        }
        if (!findings.ended()) {
            findings.check(
                    "subject",
                    !assertion.nameId().isEmpty(),
                    () -> assertion.nameId().isEmpty() ? "none" : assertion.nameId(),
                    "a NameID",
                    new Proof.Unproven(
                            "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"));
        }
    }

    private static String words(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    /** The one confirmation, if it is by bearer; null if not. */
    static SamlAssertion.@Nullable Confirmation bearer(SamlAssertion assertion) {
        return assertion.confirmations().size() == 1
                        && assertion.confirmations().getFirst().method().equals(BEARER)
                ? assertion.confirmations().getFirst()
                : null;
    }

    /**
     * When the assertion stops being good, whatever it says itself; what must be remembered of it
     * must be remembered until then.
     */
    static Instant end(SamlAssertion assertion) {
        return assertion.issuedAt().plus(LONGEST).plus(SKEW);
    }

    private static void times(
            SamlAssertion assertion,
            SamlAssertion.@Nullable Confirmation bearer,
            Instant now,
            Findings findings) {
        Instant confirmedUntil = bearer == null ? null : bearer.notOnOrAfter();
        if (bearer != null
                && !findings.check(
                        "confirmationEnd",
                        confirmedUntil != null,
                        () -> String.valueOf(confirmedUntil),
                        "a NotOnOrAfter of SubjectConfirmationData",
                        invalid("Response must limit its SubjectConfirmationData by NotOnOrAfter."))
                && findings.ended()) {
            return;
        }
        Instant end =
                earliest(
                        assertion.issuedAt().plus(LONGEST).plusNanos(1),
                        confirmedUntil,
                        assertion.notOnOrAfter(),
                        assertion.sessionEnd());
        findings.check(
                "expiry",
                !over(end, now),
                () -> "made " + assertion.issuedAt() + ", ends " + end.truncatedTo(SECONDS),
                "after " + now + ", within 5 minutes of being made",
                new Proof.Unproven(
                        "ExpiredTokenException",
                        "Token must be redeemed within 5 minutes of issuance"));
        if (!findings.ended()) {
            boolean early =
                    ahead(assertion.notBefore(), now)
                            || bearer != null && ahead(bearer.notBefore(), now)
                            || ahead(assertion.issuedAt(), now);
            findings.check(
                    "notBefore",
                    !early,
                    () ->
                            "made "
                                    + assertion.issuedAt()
                                    + ", good from "
                                    + (assertion.notBefore() == null
                                            ? "then"
                                            : assertion.notBefore()),
                    "not after " + now.plus(SKEW),
                    invalid("Response is not valid yet."));
        }
    }

    private static Instant earliest(Instant first, @Nullable Instant... others) {
        Instant earliest = first;
        for (Instant other : others) {
            earliest = other != null && other.isBefore(earliest) ? other : earliest;
        }
        return earliest;
    }

    private static boolean over(@Nullable Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }

    private static boolean ahead(@Nullable Instant start, Instant now) {
        return start != null && now.plus(SKEW).isBefore(start);
    }

    private static Proof.Unproven invalid(String message) {
        return new Proof.Unproven("InvalidIdentityToken", message);
    }
}
