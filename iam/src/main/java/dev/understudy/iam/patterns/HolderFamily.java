package dev.understudy.iam.patterns;

import dev.understudy.directory.Bounded;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;

/**
 * A family of entities that hold policies: users, groups, roles.
 *
 * @param <E> the entity
 */
public interface HolderFamily<E extends PolicyHolder> extends Family<E> {

    /** What the family is called in texts: {@code user}, {@code group} or {@code role}. */
    String word();

    /** How many managed policies may be attached. */
    Quota attachmentQuota();

    /** How many characters, blanks left out, all inline policies together may have. */
    Quota inlineQuota();

    /** Passes, or refuses because only AWS may change this entity's permissions. */
    default void requireModifiable(E entity) {}

    /**
     * A check of an action that changes the entity's permissions; its boundary is a condition key.
     */
    default Check policyCheck(String action, String name, AuthenticatedCall call) {
        Check check = check(action, name, call);
        return find(call.account(), name) instanceof Bounded bounded
                ? check.with("iam:PermissionsBoundary", bounded.permissionsBoundary())
                : check;
    }
}
