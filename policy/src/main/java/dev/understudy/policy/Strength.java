package dev.understudy.policy;

/**
 * How closely a resource policy names a principal, which says what it spares the principal. Weakest
 * first.
 */
enum Strength {
    /** Not at all. */
    NONE,
    /** Its account: the account's own policies must still allow. */
    ACCOUNT,
    /**
     * Its role, or the user that federated it: identity policies need not allow, boundary and
     * session must.
     */
    ROLE_LEVEL,
    /** Itself, or everyone: nothing else need allow. */
    DIRECT;

    static Strength stronger(Strength one, Strength other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
