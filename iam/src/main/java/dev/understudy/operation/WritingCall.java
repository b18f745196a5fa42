package dev.understudy.operation;

import dev.understudy.directory.Change;
import dev.understudy.directory.Entity;
import dev.understudy.directory.EntityKey;
import dev.understudy.directory.UniqueIds;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An authorised request that may change its caller's account. Its changes become durable together
 * or not at all.
 */
public final class WritingCall extends AuthorizedCall {
    private final RandomGenerator random;
    private final List<Change> changes = new ArrayList<>();

    WritingCall(AuthenticatedCall call, RandomGenerator random) {
        super(call, null);
        this.random = random;
    }

    /** Creates the entity, or replaces the one with its key. */
    public void put(Entity entity) {
        changes.add(new Change.Put(entity));
    }

    /** Removes the entity with this key. */
    public void remove(EntityKey key) {
        changes.add(new Change.Remove(key));
    }

    /** A fresh unique id or access key id of the caller's account, which is encoded in it. */
    public String newId(String prefix) {
        return UniqueIds.next(prefix, accountId(), random);
    }

    /** The randomness of this server, for secrets. */
    public RandomGenerator random() {
        return random;
    }

    List<Change> changes() {
        return changes;
    }
}
