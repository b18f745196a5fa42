package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

/** Which account simulated resources belong to. */
final class Owners {
    private Owners() {}

    /**
     * The account in a ResourceOwner, twelve digits or the ARN of an account's root; null if none
     * was given, InvalidInput if it is neither.
     */
    static @Nullable AccountId given(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Arn arn = Arn.parseOrNull(text);
        boolean root = arn != null && arn.service().equals("iam") && arn.resource().equals("root");
        AccountId id = accountIdOrNull(root && arn != null ? arn.account() : text);
        if (id == null) {
            throw InvalidInput.resourceOwner(text);
        }
        return id;
    }

    /** The account that a resource's ARN names; null if it names none. */
    static @Nullable AccountId named(String resource) {
        Arn arn = Arn.parseOrNull(resource);
        return arn == null ? null : accountIdOrNull(arn.account());
    }

    static @Nullable AccountId accountIdOrNull(String digits) {
        try {
            return AccountId.of(digits);
        } catch (IllegalArgumentException notAnAccount) {
            return null;
        }
    }
}
