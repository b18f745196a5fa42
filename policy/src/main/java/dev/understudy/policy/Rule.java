package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is left to ask of a statement once its action is known to match: its resource, its
 * conditions, and in a resource's own policy whom it names.
 */
final class Rule {
    private static final Condition[] UNCONDITIONAL = {};

    private final boolean denies;
    private final @Nullable ActionMatcher exceptions;
    private final @Nullable ResourceTest resource;
    private final Condition[] conditions;
    private final @Nullable PrincipalMatcher principal;

    Rule(Statement statement) {
        ResourceMatcher matcher = statement.resource();
        ResourceTest test = matcher == null ? null : matcher.test();
        this.denies = statement.effect() == Effect.DENY;
        this.exceptions = statement.action().negated() ? statement.action() : null;
        this.resource = test == null || test.isEverything() ? null : test;
        this.conditions =
                statement.conditions().isEmpty()
                        ? UNCONDITIONAL
                        : statement.conditions().toArray(Condition[]::new);
        this.principal = statement.principal();
    }

    boolean denies() {
        return denies;
    }

    /** The test of the resource; null if any passes. */
    @Nullable ResourceTest resource() {
        return resource;
    }

    /** Whether resource and conditions match, and no NotAction excepts the action. */
    boolean applies(AccessRequest request) {
        if (exceptions != null && !exceptions.matches(request.actionName().lower())) {
            return false;
        }
        if (resource != null && !resource.matches(request.resource(), request.context())) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.matches(request.context())) {
                return false;
            }
        }
        return true;
    }

    /** How closely it names the principal; a statement without a principal names none. */
    Strength names(Principal who) {
        return principal == null ? Strength.NONE : principal.match(who);
    }

    /** Whether it has neither Principal nor NotPrincipal. */
    boolean namesNobody() {
        return principal == null;
    }

    /** Whether it names all but some. */
    boolean namesAllBut() {
        return principal != null && principal.negated();
    }

    /** The principals that it names, in order. */
    List<PrincipalElement> principals() {
        return principal == null ? List.of() : principal.elements();
    }
}
