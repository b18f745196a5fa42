package dev.understudy.directory;

/**
 * What an entity is found and replaced by.
 *
 * @param id unique among the kind's entities of an account, and never changed
 */
public record EntityKey(EntityKind kind, String id) {}
