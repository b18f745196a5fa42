package dev.understudy.operation;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Account;
import dev.understudy.directory.RegisteredService;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * Makes callers out of credentials: as whom does this key or session act, now, if its principal
 * still exists?
 */
final class Callers {
    private Callers() {}

    /** The owner of a long-term key; null if it is gone. */
    static @Nullable Caller longTerm(Account account, AccessKey key) {
        if (account.id().equals(RegisteredService.HOME)) {
            return account.service(key.userId()) == null ? null : service(key);
        }
        if (key.userId().equals(account.id().digits())) {
            return root(account, key.id(), null);
        }
        User user = account.userById(key.userId());
        return user == null ? null : user(account, user, key.id(), null);
    }

    /** Whom a session acts as; null if the role or user was deleted, whoever has its name now. */
    static @Nullable Caller temporary(Account account, Session session, String accessKeyId) {
        return switch (session.kind()) {
            case ROLE -> {
                Role role = account.roleById(session.principalId());
                yield role == null ? null : role(account, role, session, accessKeyId);
            }
            case USER -> {
                if (session.principalId().equals(account.id().digits())) {
                    yield root(account, accessKeyId, session);
                }
                User user = account.userById(session.principalId());
                yield user == null ? null : user(account, user, accessKeyId, session);
            }
            case FEDERATED_USER -> federated(account, session, accessKeyId);
            case ROOT -> root(account, accessKeyId, session);
            case DELEGATED -> delegated(account, session, accessKeyId);
        };
    }

    /** The user, role or root user that accepted; of a role, a session of its own. */
    private static @Nullable Caller delegated(
            Account account, Session session, String accessKeyId) {
        if (session.principalId().equals(account.id().digits())) {
            return root(account, accessKeyId, session);
        }
        User user = account.userById(session.principalId());
        if (user != null) {
            return user(account, user, accessKeyId, session);
        }
        Role role = account.roleById(session.principalId());
        return role == null ? null : role(account, role, session, accessKeyId);
    }

    private static Caller service(AccessKey key) {
        return service(key.userId(), key.id());
    }

    /** A service, with the key it used; the one that this server is uses none. */
    static Caller service(String name, String accessKeyId) {
        return new Caller(
                new Principal.ServicePrincipal(name),
                RegisteredService.HOME,
                name,
                null,
                Map.of(),
                accessKeyId,
                null);
    }

    private static Caller root(Account account, String accessKeyId, @Nullable Session session) {
        Principal principal = new Principal.RootUser(account.partition(), account.id());
        return new Caller(
                principal,
                account.id(),
                account.id().digits(),
                null,
                Map.of(),
                accessKeyId,
                session);
    }

    private static Caller user(
            Account account, User user, String accessKeyId, @Nullable Session session) {
        Principal principal = principal(account, user);
        return new Caller(
                principal, account.id(), user.id(), user.name(), user.tags(), accessKeyId, session);
    }

    private static Principal principal(Account account, User user) {
        return new Principal.IamUser(account.id(), user.arn(account), user.id());
    }

    private static Caller role(Account account, Role role, Session session, String accessKeyId) {
        String arn = SessionArns.assumedRole(account, role, session.name());
        Principal principal =
                new Principal.RoleSession(account.id(), role.arn(account), role.id(), arn);
        String userId = role.id() + ":" + session.name();
        Map<String, String> tags = overlay(role.tags(), session.tags());
        return new Caller(principal, account.id(), userId, null, tags, accessKeyId, session);
    }

    private static @Nullable Caller federated(
            Account account, Session session, String accessKeyId) {
        boolean byRoot = session.principalId().equals(account.id().digits());
        User user = account.userById(session.principalId());
        if (user == null && !byRoot) {
            return null;
        }
        Principal by = user == null ? null : principal(account, user);
        String arn = SessionArns.federatedUser(account, session.name());
        Principal principal = new Principal.FederatedUser(account.id(), arn, by);
        String userId = account.id().digits() + ":" + session.name();
        Map<String, String> own = user == null ? Map.of() : user.tags();
        return new Caller(
                principal,
                account.id(),
                userId,
                null,
                overlay(own, session.tags()),
                accessKeyId,
                session);
    }

    /** The entity's tags with the session's over them; keys are the same whatever their case. */
    private static Map<String, String> overlay(
            Map<String, String> entity, Map<String, String> session) {
        if (session.isEmpty()) {
            return entity;
        }
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(session);
        entity.forEach(tags::putIfAbsent);
        return tags;
    }
}
