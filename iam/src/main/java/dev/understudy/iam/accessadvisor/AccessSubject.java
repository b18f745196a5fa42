package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ManagedPolicies;
import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a report is about.
 *
 * @param documents the policies that grant
 * @param principals the users and roles that may have used them
 */
record AccessSubject(List<PolicyDocument> documents, List<PolicyHolder> principals) {
    /** The user, group, role or policy with this ARN, or NoSuchEntity. */
    static AccessSubject find(Account account, String arn) {
        AccessSubject found = holder(account, arn);
        if (found == null) {
            found = policy(account, arn);
        }
        if (found == null) {
            throw NoSuchEntity.arn(arn);
        }
        return found;
    }

    /** A check of the action on the user, group, role or policy with this ARN, which has tags. */
    static Check check(String action, String arn, AuthenticatedCall call) {
        Account account = call.account();
        Map<String, String> tags =
                switch (findHolder(account, arn)) {
                    case User user -> user.tags();
                    case Role role -> role.tags();
                    case Group group -> Map.of();
                    case null -> {
                        ManagedPolicy policy = account.policy(arn);
                        yield policy == null ? Map.of() : policy.tags();
                    }
                };
        return Check.of(action, arn, call.accountId()).withResourceTags(tags);
    }

    /** The user, group or role with this ARN, or NoSuchEntity. */
    static PolicyHolder identity(Account account, String arn) {
        PolicyHolder holder = findHolder(account, arn);
        if (holder == null) {
            throw NoSuchEntity.arn(arn);
        }
        return holder;
    }

    /** The user or role itself, and the groups of a user: all whose policies it can use. */
    static List<PolicyHolder> grantors(Account account, PolicyHolder holder) {
        List<PolicyHolder> grantors = new ArrayList<>();
        grantors.add(holder);
        if (holder instanceof User user) {
            for (String id : user.groups()) {
                Group group = account.groupById(id);
                if (group != null) {
                    grantors.add(group);
                }
            }
        }
        return grantors;
    }

    private static @Nullable PolicyHolder findHolder(Account account, String arn) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        if (arn.contains(":user/")) {
            return account.userByArn(arn);
        }
        if (arn.contains(":role/")) {
            return account.roleByArn(arn);
        }
        Group group = arn.contains(":group/") ? account.group(name) : null;
        return group != null && group.arn(account).equals(arn) ? group : null;
    }

    private static @Nullable AccessSubject holder(Account account, String arn) {
        PolicyHolder holder = findHolder(account, arn);
        if (holder == null) {
            return null;
        }
        List<PolicyDocument> documents = new ArrayList<>();
        for (PolicyHolder grantor : grantors(account, holder)) {
            documents.addAll(grantor.inlinePolicies().values());
            for (String policy : grantor.attachedPolicies()) {
                PolicyDocument document = ManagedPolicies.document(account, policy);
                documents.add(document == null ? PolicyDocument.unreadable("") : document);
            }
        }
        List<PolicyHolder> principals =
                holder instanceof Group group
                        ? List.copyOf(account.membersOf(group.id()))
                        : List.of(holder);
        return new AccessSubject(documents, principals);
    }

    private static @Nullable AccessSubject policy(Account account, String arn) {
        PolicyDocument document = ManagedPolicies.document(account, arn);
        if (document == null) {
            return null;
        }
        Map<String, PolicyHolder> principals = new TreeMap<>();
        for (PolicyHolder holder : account.principalsWith(arn)) {
            if (holder instanceof Group group) {
                account.membersOf(group.id()).forEach(user -> principals.put(user.id(), user));
            } else {
                principals.put(holder.id(), holder);
            }
        }
        return new AccessSubject(List.of(document), List.copyOf(principals.values()));
    }

    static String arn(Account account, PolicyHolder holder) {
        return switch (holder) {
            case User user -> user.arn(account);
            case Role role -> role.arn(account);
            case Group group -> group.arn(account);
        };
    }
}
