package dev.understudy.server.world;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Entity;
import dev.understudy.directory.EntityKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account as it will be, and what it takes to get there. */
final class Planned {
    private final Account before;
    private final Map<EntityKey, Entity> entities = new LinkedHashMap<>();
    private Account after;

    Planned(Account before) {
        this.before = before;
        this.after = before;
    }

    /** Puts these, in the place of what has their keys. */
    void add(List<Entity> more) {
        more.forEach(entity -> entities.put(entity.key(), entity));
        after = before.apply(changes(), before.version() + 1);
    }

    Account after() {
        return after;
    }

    /** None for what is as it should be already. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        entities.forEach((key, entity) -> {
            if (!entity.equals(before.entity(key))) {
                changes.add(new Change.Put(entity));
            }
        });
        return changes;
    }
}
