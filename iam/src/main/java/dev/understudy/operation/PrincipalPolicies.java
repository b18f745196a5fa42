package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the policies that say what a caller may do: its own and its groups', its boundary, its
 * session's. What is missing where something must be becomes a document that denies.
 */
public final class PrincipalPolicies {
    private static final PolicyDocument UNREADABLE = PolicyDocument.unreadable("");

    /** AWS's policies for root tasks only deny what is not the task's. */
    private static final PolicyDocument EVERYTHING =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
                            + "\"Resource\":\"*\"}]}");

    private PrincipalPolicies() {}

    /**
     * The policies of the caller, whose account is given in the state to decide on.
     *
     * @param granted what AWS gives the caller by itself; null if nothing
     */
    static PolicySet.Builder of(Caller caller, Account account, @Nullable PolicySource granted) {
        Session session = caller.session();
        String id = session == null ? caller.userId() : session.principalId();
        PolicySet.Builder set = of(id, account, granted);
        if (session != null && session.hasPolicies()) {
            set.session(ofSession(account, session));
        }
        return set;
    }

    /**
     * The policies of the user, role or group of this unique id, without those of any session; of
     * an account's own digits, its root user's. A group never calls, but can be asked about.
     */
    public static PolicySet.Builder ofPrincipal(String id, Account account) {
        return of(id, account, null);
    }

    private static PolicySet.Builder of(
            String id, Account account, @Nullable PolicySource granted) {
        PolicySet.Builder set = PolicySet.builder();
        User user = account.userById(id);
        Role role = account.roleById(id);
        Group group = account.groupById(id);
        if (user != null) {
            List<PolicySource> sources = ofUser(account, user);
            if (granted != null) {
                sources.add(granted);
            }
            set.identity(sources).boundary(boundary(account, user.permissionsBoundary()));
        } else if (role != null) {
            List<PolicySource> sources = of(account, role, "role/" + role.name());
            if (granted != null) {
                sources.add(granted);
            }
            set.identity(sources).boundary(boundary(account, role.permissionsBoundary()));
        } else if (group != null) {
            set.identity(of(account, group, "group/" + group.name()));
        } else if (!id.equals(account.id().digits())) {
            // Neither the root user nor anyone that still exists.
            set.identity(
                    List.of(
                            new PolicySource(
                                    "unknown principal", PolicyKind.IDENTITY, UNREADABLE)));
        }
        return set;
    }

    private static List<PolicySource> of(Account account, PolicyHolder holder, String owner) {
        List<PolicySource> sources = new ArrayList<>();
        add(sources, account, holder, owner);
        return sources;
    }

    private static List<PolicySource> ofUser(Account account, User user) {
        List<PolicySource> sources = of(account, user, "user/" + user.name());
        for (String groupId : user.groups()) {
            Group group = account.groupById(groupId);
            if (group != null) {
                add(sources, account, group, "group/" + group.name());
            }
        }
        return sources;
    }

    private static void add(
            List<PolicySource> sources, Account account, PolicyHolder holder, String owner) {
        holder.inlinePolicies()
                .forEach((name, document) ->
                        sources.add(
                                new PolicySource(
                                        owner + "/inline/" + name, PolicyKind.IDENTITY, document)));
        for (String arn : holder.attachedPolicies()) {
            sources.add(
                    new PolicySource(
                            arn, PolicyKind.IDENTITY, ManagedPolicies.attached(account, arn)));
        }
    }

    private static @Nullable PolicySource boundary(Account account, @Nullable String arn) {
        return arn == null
                ? null
                : new PolicySource(
                        arn, PolicyKind.BOUNDARY, ManagedPolicies.attached(account, arn));
    }

    private static List<PolicySource> ofSession(Account account, Session session) {
        List<PolicySource> sources = new ArrayList<>();
        if (session.kind() == Session.Kind.ROOT) {
            sources.add(new PolicySource("root user", PolicyKind.SESSION, EVERYTHING));
        }
        if (session.policy() != null) {
            sources.add(
                    new PolicySource(
                            "session policy", PolicyKind.SESSION, document(session.policy())));
        }
        for (String arn : session.policyArns()) {
            sources.add(
                    new PolicySource(
                            arn, PolicyKind.SESSION, ManagedPolicies.attached(account, arn)));
        }
        return sources;
    }

    private static PolicyDocument document(String text) {
        try {
            return PolicyDocument.parse(text);
        } catch (IllegalArgumentException unreadable) {
            return UNREADABLE;
        }
    }
}
