package dev.understudy.directory;

/** One change of an account. */
public sealed interface Change {
    /** What is changed. */
    EntityKey key();

    /** The entity is new, or replaces the one with its key. */
    record Put(Entity entity) implements Change {
        @Override
        public EntityKey key() {
            return entity.key();
        }
    }

    /** The entity with this key is gone. */
    record Remove(EntityKey key) implements Change {}
}
