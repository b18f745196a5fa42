package dev.understudy.catalog;

import java.util.List;

/** What a request for an action is judged against. */
public sealed interface Judged {
    /**
     * AWS defines no such action: nothing can allow it.
     *
     * @param similar full names of actions that may have been meant, the likeliest first
     */
    record UnknownAction(String action, List<String> similar) implements Judged {}

    /** The action knows no resource: only what says {@code "Resource": "*"} speaks of it. */
    record AgainstEverything(ActionDefinition action) implements Judged {}

    /**
     * The action is judged against the resource that was named.
     *
     * @param resource as it was given; whether the action's types fit it is not checked
     */
    record AgainstResource(ActionDefinition action, String resource) implements Judged {}
}
