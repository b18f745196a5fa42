package dev.understudy.catalog;

import java.util.List;

/**
 * That an action is judged against resources of a type.
 *
 * @param required false for one of several alternatives, and for what only some requests name
 * @param conditionKeys what the context holds when this type is named, beside the action's own and
 *     the type's own keys
 */
public record ResourceUse(ResourceType type, boolean required, List<String> conditionKeys) {}
