package dev.understudy.directory;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which actions a principal tried, and when it last did.
 *
 * @param principalId the unique id of a user or role; the account id for the root user
 * @param actions by full name, {@code iam:GetUser}
 */
public record PrincipalAccess(String principalId, Map<String, Attempt> actions) implements Entity {
    /**
     * The last attempt of an action.
     *
     * @param at second precision; of attempts within a quarter of an hour the first
     * @param region of the request's signature
     */
    public record Attempt(Instant at, String region) {}

    public PrincipalAccess {
        actions = Copies.of(new TreeMap<>(actions));
    }

    @Override
    public EntityKey key() {
        return key(principalId);
    }

    /** The key of the principal's entry. */
    public static EntityKey key(String principalId) {
        return new EntityKey(EntityKind.PRINCIPAL_ACCESS, principalId);
    }

    /** With these attempts too, each action's latest. */
    public PrincipalAccess with(Map<String, Attempt> more) {
        Map<String, Attempt> all = new TreeMap<>(actions);
        more.forEach((action, attempt) ->
                all.merge(
                        action,
                        attempt,
                        (old, other) -> old.at().isAfter(other.at()) ? old : other));
        return new PrincipalAccess(principalId, all);
    }
}
