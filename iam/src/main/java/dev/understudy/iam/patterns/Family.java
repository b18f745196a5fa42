package dev.understudy.iam.patterns;

import dev.understudy.directory.Account;
import dev.understudy.directory.Entity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A family of entities that are named in requests: users, groups, roles, policies, and so on.
 *
 * @param <E> the entity
 */
public interface Family<E extends Entity> {

    /** The entity of this name in the account; null if there is none. */
    @Nullable E find(Account account, String name);

    /** The error for a name without an entity. */
    AwsError missing(String name);

    /**
     * The ARN that a request with this name is decided on: the entity's, or without a path if there
     * is none.
     */
    String arn(Account account, String name);

    /** The entity's tags; empty for what cannot be tagged. */
    Map<String, String> tags(E entity);

    /** The entity, or the error that it is missing. */
    default E get(Account account, String name) {
        E entity = find(account, name);
        if (entity == null) {
            throw missing(name);
        }
        return entity;
    }

    /**
     * A check of an action on the entity of this name, with the entity's tags as condition keys.
     */
    default Check check(String action, String name, AuthenticatedCall call) {
        Check check = Check.of(action, arn(call.account(), name), call.accountId());
        E entity = find(call.account(), name);
        return entity == null ? check : check.withResourceTags(tags(entity));
    }
}
