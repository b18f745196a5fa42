package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One statement of a document, compiled. */
public final class Statement {
    private final @Nullable String sid;
    private final Effect effect;
    private final String effectText;
    private final String document;
    private final int start;
    private final int end;
    private final @Nullable PrincipalMatcher principal;
    private final ActionMatcher action;
    private final @Nullable ResourceMatcher resource;
    private final Condition[] conditions;

    Statement(
            @Nullable String sid,
            Effect effect,
            String effectText,
            String document,
            int start,
            int end,
            @Nullable PrincipalMatcher principal,
            ActionMatcher action,
            @Nullable ResourceMatcher resource,
            List<Condition> conditions) {
        this.sid = sid;
        this.effect = effect;
        this.effectText = effectText;
        this.document = document;
        this.start = start;
        this.end = end;
        this.principal = principal;
        this.action = action;
        this.resource = resource;
        this.conditions = conditions.toArray(Condition[]::new);
    }

    /** The id that the author gave it; null if none. */
    public @Nullable String sid() {
        return sid;
    }

    /** What it does when it matches. */
    public Effect effect() {
        return effect;
    }

    /** The place of its opening brace. The simulator of AWS gives the column after it. */
    public Position start() {
        return Position.of(document, start);
    }

    /** The place of its closing brace. The simulator of AWS gives the column after it. */
    public Position end() {
        return Position.of(document, end - 1);
    }

    /** Its own text, braces included. */
    public String text() {
        return document.substring(start, end);
    }

    /** The effect as the document spells it. */
    String effectText() {
        return effectText;
    }

    @Nullable PrincipalMatcher principal() {
        return principal;
    }

    ActionMatcher action() {
        return action;
    }

    @Nullable ResourceMatcher resource() {
        return resource;
    }

    List<Condition> conditions() {
        return List.of(conditions);
    }

    /** Whether action, resource and conditions match; whom it names is asked apart. */
    boolean matches(String lowerAction, String requestResource, RequestContext context) {
        if (!action.matches(lowerAction)) {
            return false;
        }
        if (resource != null && !resource.matches(requestResource, context)) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.matches(context)) {
                return false;
            }
        }
        return true;
    }

    /** How closely it names the principal. A statement without a principal names none. */
    Strength names(Principal who) {
        return principal == null ? Strength.NONE : principal.match(who);
    }

    @Override
    public String toString() {
        return text();
    }
}
