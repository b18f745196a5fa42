package dev.understudy.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How often each managed policy of an account is attached, and is a boundary: counted at once. */
public final class PolicyUses {
    private final Map<String, Integer> attachments = new HashMap<>();
    private final Map<String, Integer> boundaries = new HashMap<>();

    private PolicyUses(Account account) {
        Stream.of(account.users(), account.groups(), account.roles())
                .flatMap(Collection::stream)
                .forEach(this::count);
    }

    private void count(PolicyHolder holder) {
        holder.attachedPolicies().forEach(arn -> attachments.merge(arn, 1, Integer::sum));
        if (holder instanceof Bounded bounded && bounded.permissionsBoundary() != null) {
            boundaries.merge(bounded.permissionsBoundary(), 1, Integer::sum);
        }
    }

    /** The uses in this state of the account. */
    public static PolicyUses of(Account account) {
        return new PolicyUses(account);
    }

    /** The ARNs of all policies that are attached, or are a boundary; AWS's own among them. */
    public Set<String> policies() {
        Set<String> all = new HashSet<>(attachments.keySet());
        all.addAll(boundaries.keySet());
        return all;
    }

    /** How many users, groups and roles the policy of this ARN is attached to. */
    public int attachments(String policyArn) {
        return attachments.getOrDefault(policyArn, 0);
    }

    /** How many users and roles have the policy of this ARN as their boundary. */
    public int boundaries(String policyArn) {
        return boundaries.getOrDefault(policyArn, 0);
    }
}
