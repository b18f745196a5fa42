package dev.understudy.operation;

import dev.understudy.federation.VerifiedIdentity;

import java.util.List;

/** Who may call an operation. It has no default: every operation says. */
public sealed interface Access {

    /**
     * A signed caller who is allowed every one of the checks.
     *
     * @param checks at least one
     */
    record Permission(List<Check> checks) implements Access {
        public Permission {
            checks = List.copyOf(checks);
            if (checks.isEmpty()) {
                throw new IllegalArgumentException(
                        "a permission without a check would allow everyone");
            }
        }
    }

    /** Whoever signed; policies have no say. */
    record AnySignedCaller() implements Access {}

    /**
     * Nobody signed; an outside identity was proven, and the resource's own policies alone decide
     * about it.
     *
     * @param identity what was proven
     * @param checks at least one, each guarded by a policy
     */
    record OutsideIdentity(VerifiedIdentity identity, List<Check> checks) implements Access {
        public OutsideIdentity {
            checks = List.copyOf(checks);
            if (checks.isEmpty()
                    || checks.stream().anyMatch(check -> check.resourcePolicy() == null)) {
                throw new IllegalArgumentException(
                        "an outside identity is trusted by a policy or not at all");
            }
        }
    }

    /** Access of a signed caller who is allowed all of these. */
    static Access permission(Check... checks) {
        return new Permission(List.of(checks));
    }
}
