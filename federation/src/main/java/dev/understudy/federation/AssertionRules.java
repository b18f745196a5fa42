package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** The rules about what an assertion says, once its signature holds. */
final class AssertionRules {
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** How far the provider's clock may be ahead. AWS does not say how much it bears. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private AssertionRules() {}

    /** Why AWS would not take the assertion; null if it would. */
    static Proof.@Nullable Unproven refusal(
            SamlAssertion assertion, AssertionConsumers consumers, Instant now) {
        if (assertion.audiences().isEmpty()
                || !assertion.audiences().stream().allMatch(consumers::meant)) {
            return invalid("Response does not contain the required audience.");
        }
        if (assertion.unknownConditions()) {
            return invalid("Response contains a condition that is not known.");
        }
        SamlAssertion.Confirmation bearer = bearer(assertion);
        if (bearer == null) {
            return invalid("Response must contain exactly one bearer SubjectConfirmation.");
        }
        String recipient = bearer.recipient();
        if (recipient == null || !consumers.receives(recipient)) {
            return invalid("Response does not contain the required recipient.");
        }
        Proof.Unproven untimely = untimely(assertion, bearer, now);
        if (untimely != null) {
            return untimely;
        }
        return assertion.nameId().isEmpty()
                ? new Proof.Unproven(
                        "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML")
                : null;
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

    private static Proof.@Nullable Unproven untimely(
            SamlAssertion assertion, SamlAssertion.Confirmation bearer, Instant now) {
        Instant confirmedUntil = bearer.notOnOrAfter();
        if (confirmedUntil == null) {
            return invalid("Response must limit its SubjectConfirmationData by NotOnOrAfter.");
        }
        if (over(confirmedUntil, now)
                || over(assertion.notOnOrAfter(), now)
                || over(assertion.sessionEnd(), now)
                || now.isAfter(assertion.issuedAt().plus(LONGEST))) {
            return new Proof.Unproven(
                    "ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance");
        }
        return ahead(assertion.notBefore(), now)
                        || ahead(bearer.notBefore(), now)
                        || ahead(assertion.issuedAt(), now)
                ? invalid("Response is not valid yet.")
                : null;
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
