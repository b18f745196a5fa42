package dev.understudy.operation;

import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One action on one resource that must be allowed.
 *
 * @param action as in a policy, {@code iam:GetUser}
 * @param resource the ARN, or {@code *} where the action has no resource
 * @param owner the account that owns the resource
 * @param keys condition keys that this action has beside the global ones
 * @param resourcePolicy the policy of the resource itself, a role's trust policy; null if it has
 *     none
 * @param shownAs how an error names the resource where AWS does not print the ARN; null for the ARN
 * @param granted a policy that AWS gives the calling user or role by itself, as if it had it; null
 *     for none
 * @param multiFactor whether the request itself brings a multi-factor code, which the operation
 *     verifies before it answers
 */
public record Check(
        String action,
        String resource,
        AccountId owner,
        Map<String, List<String>> keys,
        @Nullable PolicySource resourcePolicy,
        @Nullable String shownAs,
        @Nullable PolicySource granted,
        boolean multiFactor) {

    public Check {
        keys = Map.copyOf(keys);
    }

    /** A check of a resource without a policy of its own. */
    public static Check of(String action, String resource, AccountId owner) {
        return new Check(action, resource, owner, Map.of(), null, null, null, false);
    }

    /** The same of another action of the same service. */
    public Check doing(String other) {
        return new Check(
                other, resource, owner, keys, resourcePolicy, shownAs, granted, multiFactor);
    }

    /** With the condition key, unless the value is null. */
    public Check with(String key, @Nullable String value) {
        return value == null ? this : with(key, List.of(value));
    }

    /** With a condition key of many values. */
    public Check with(String key, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(keys);
        more.put(key, values);
        return withKeys(more);
    }

    /** With {@code aws:RequestTag/…} and {@code aws:TagKeys}, unless there are no tags. */
    public Check withRequestTags(Map<String, String> tags) {
        Map<String, List<String>> more = new LinkedHashMap<>(keys);
        tags.forEach((key, value) -> more.put("aws:RequestTag/" + key, List.of(value)));
        if (!tags.isEmpty()) {
            more.put("aws:TagKeys", List.copyOf(tags.keySet()));
        }
        return withKeys(more);
    }

    /**
     * With {@code aws:ResourceTag/…}; of users and roles, and of nothing else, also with IAM's own
     * spelling of the same.
     */
    public Check withResourceTags(Map<String, String> tags) {
        Map<String, List<String>> more = new LinkedHashMap<>(keys);
        boolean identity = resource.contains(":user/") || resource.contains(":role/");
        tags.forEach((key, value) -> {
            more.put("aws:ResourceTag/" + key, List.of(value));
            if (identity) {
                more.put("iam:ResourceTag/" + key, List.of(value));
            }
        });
        return withKeys(more);
    }

    /** With the resource's own policy, which must then allow. */
    public Check guardedBy(PolicySource policy) {
        return new Check(action, resource, owner, keys, policy, shownAs, granted, multiFactor);
    }

    /** Named in errors as given. */
    public Check shownAs(String name) {
        return new Check(action, resource, owner, keys, resourcePolicy, name, granted, multiFactor);
    }

    /** Allowed by this policy too, where nothing denies. */
    public Check grantedBy(PolicySource policy) {
        return new Check(
                action, resource, owner, keys, resourcePolicy, shownAs, policy, multiFactor);
    }

    /** Decided as made with multi-factor authentication, if the request brings a code. */
    public Check withMultiFactor(boolean brought) {
        return new Check(action, resource, owner, keys, resourcePolicy, shownAs, granted, brought);
    }

    private Check withKeys(Map<String, List<String>> all) {
        return new Check(
                action, resource, owner, all, resourcePolicy, shownAs, granted, multiFactor);
    }
}
