package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/** A question: may this principal do this action on this resource? Immutable. */
public final class AccessRequest {
    private final Principal principal;
    private final ActionName action;
    private final String resource;
    private final @Nullable AccountId resourceAccount;
    private final RequestContext context;

    /**
     * A question.
     *
     * @param action {@code service:Name}; case does not matter
     * @param resource an ARN, or {@code *} for actions without a resource
     * @param resourceAccount the account that owns the resource; null if none does, which counts as
     *     the principal's own
     * @param context the condition keys
     */
    public AccessRequest(
            Principal principal,
            String action,
            String resource,
            @Nullable AccountId resourceAccount,
            RequestContext context) {
        this.principal = principal;
        this.action = ActionName.of(action);
        this.resource = resource;
        this.resourceAccount = resourceAccount;
        this.context = context;
    }

    /** Who asks. */
    public Principal principal() {
        return principal;
    }

    /** What for, {@code service:Name} as it was given. */
    public String action() {
        return action.text();
    }

    /** On what: an ARN, or {@code *}. */
    public String resource() {
        return resource;
    }

    /** Whose it is; null if nobody's. */
    public @Nullable AccountId resourceAccount() {
        return resourceAccount;
    }

    /** The condition keys. */
    public RequestContext context() {
        return context;
    }

    ActionName actionName() {
        return action;
    }

    @Override
    public String toString() {
        return principal.arn() + " " + action.text() + " " + resource;
    }
}
