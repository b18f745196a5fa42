package dev.understudy.iam.simulation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The ARN of a user, group or role, which may not exist.
 *
 * @param text as it was given
 * @param kind {@code user}, {@code group} or {@code role}
 * @param name without the path
 */
record EntityArn(String text, String partition, AccountId account, String kind, String name) {

    /** The ARN in this text; InvalidInput if it names no user, group or role. */
    static EntityArn of(String text) {
        EntityArn arn = parseOrNull(text);
        if (arn == null) {
            throw InvalidInput.entityArn(text);
        }
        return arn;
    }

    /** The ARN in this text; null if it names no user, group or role. */
    static @Nullable EntityArn parseOrNull(String text) {
        Arn arn = Arn.parseOrNull(text);
        if (arn == null || !arn.service().equals("iam") || !arn.region().isEmpty()) {
            return null;
        }
        String resource = arn.resource();
        int slash = resource.indexOf('/');
        String kind = slash < 0 ? "" : resource.substring(0, slash);
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        AccountId account = Owners.accountIdOrNull(arn.account());
        boolean known = kind.equals("user") || kind.equals("group") || kind.equals("role");
        return known && account != null && !name.isEmpty()
                ? new EntityArn(text, arn.partition(), account, kind, name)
                : null;
    }

    /** The entity; null if the account has none of this ARN. */
    @Nullable PolicyHolder find(Account in) {
        return switch (kind) {
            case "user" -> in.userByArn(text);
            case "role" -> in.roleByArn(text);
            default -> {
                Group group = in.group(name);
                yield group != null && group.arn(in).equals(text) ? group : null;
            }
        };
    }

    /** The entity; NoSuchEntity if the account has none of this ARN. */
    PolicyHolder get(Account in) {
        PolicyHolder holder = find(in);
        if (holder == null) {
            throw NoSuchEntity.policySource();
        }
        return holder;
    }

    /** A check of the action on the entity. */
    Check check(String action, AuthenticatedCall call) {
        PolicyHolder holder = find(call.account());
        Map<String, String> tags =
                switch (holder) {
                    case User user -> user.tags();
                    case Role role -> role.tags();
                    case Group group -> Map.of();
                    case null -> Map.of();
                };
        return Check.of(action, text, account).withResourceTags(tags);
    }
}
