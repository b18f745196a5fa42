package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/**
 * A question: may this principal do this action on this resource?
 *
 * @param action {@code service:Name}; case does not matter
 * @param resource an ARN, or {@code *} for actions without a resource
 * @param resourceAccount the account that owns the resource; null if none does, which counts as the
 *     principal's own
 * @param context the condition keys
 */
public record AccessRequest(
        Principal principal,
        String action,
        String resource,
        @Nullable AccountId resourceAccount,
        RequestContext context) {}
