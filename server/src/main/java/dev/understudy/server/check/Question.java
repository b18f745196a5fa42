package dev.understudy.server.check;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is asked: may this principal do this action on this resource?
 *
 * @param principal as written
 * @param owner the account of the resource; null for what the ARN says, else the principal's
 * @param keys condition keys as given, each with its values
 */
public record Question(
        String principal,
        String action,
        String resource,
        @Nullable AccountId owner,
        Map<String, List<String>> keys) {
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9-]+");

    /**
     * Checks the forms.
     *
     * @throws ConfigProblem if one is broken
     */
    public Question {
        if (!ACTION.matcher(action).matches()) {
            throw new ConfigProblem(
                    "`--action` is `"
                            + action
                            + "`, and must be one action like s3:GetObject, without wildcards");
        }
        if (!resource.equals("*") && Arn.parseOrNull(resource) == null) {
            throw new ConfigProblem(
                    "`--resource` is `"
                            + resource
                            + "`, and must be an ARN like arn:aws:s3:::bucket/key, or * for an"
                            + " action without a resource");
        }
    }

    /**
     * The keys in texts like {@code aws:SourceIp=192.0.2.1}; a key given again has many values.
     *
     * @throws ConfigProblem if one is no key with a value
     */
    public static Map<String, List<String>> keys(List<String> texts) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new ConfigProblem(
                        "`--context` is `" + text + "`, and must be like aws:SourceIp=192.0.2.1");
            }
            keys.computeIfAbsent(text.substring(0, equals), none -> new ArrayList<>())
                    .add(text.substring(equals + 1));
        }
        return keys;
    }

    /** The same, of an action that has no resource. */
    public Question withoutResource() {
        return new Question(principal, action, "*", owner, keys);
    }

    /** {@code aws:userid} as given; null if it is not. */
    public @Nullable String userId() {
        return keys.entrySet().stream()
                .filter(key -> key.getKey().equalsIgnoreCase("aws:userid"))
                .map(key -> key.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }

    /** Whether it is about a role's trust policy. */
    public boolean asksTrust() {
        return action.regionMatches(true, 0, "sts:", 0, 4) && resource.contains(":role/");
    }

    /**
     * The request of this principal. What follows from the question itself is in the context: who
     * asks, whose the resource is, and the time; all else is as given, and what is given wins.
     */
    public AccessRequest request(Principal who, Map<String, String> tags, Instant now) {
        RequestContext.Builder context = RequestContext.builder();
        AccountId account = who.account();
        AccountId resourceOwner = owner(account);
        context.put("aws:CurrentTime", now.toString())
                .put("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .put("aws:PrincipalType", who.type());
        if (resourceOwner != null) {
            context.put("aws:ResourceAccount", resourceOwner.digits());
        }
        if (account != null) {
            context.put("aws:PrincipalAccount", account.digits());
            identity(context, who);
        }
        tags.forEach((key, value) -> context.put("aws:PrincipalTag/" + key, value));
        keys.forEach((key, values) -> {
            if (values.size() == 1) {
                context.put(key, values.getFirst());
            } else {
                context.putAll(key, values);
            }
        });
        return new AccessRequest(who, action, resource, resourceOwner, context.build());
    }

    private @Nullable AccountId owner(@Nullable AccountId principals) {
        Arn arn = Arn.parseOrNull(resource);
        if (owner != null || arn == null || !arn.account().matches("[0-9]{12}")) {
            return owner == null ? principals : owner;
        }
        return AccountId.of(arn.account());
    }

    private static void identity(RequestContext.Builder context, Principal who) {
        switch (who) {
            case Principal.IamUser user -> {
                context.put("aws:PrincipalArn", user.arn())
                        .put("aws:username", user.arn().substring(user.arn().lastIndexOf('/') + 1));
                known(context, user.userId(), user.userId());
            }
            case Principal.RoleSession session -> {
                context.put("aws:PrincipalArn", session.roleArn());
                String name = session.arn().substring(session.arn().lastIndexOf('/') + 1);
                known(context, session.roleId(), session.roleId() + ":" + name);
            }
            default -> context.put("aws:PrincipalArn", who.arn());
        }
    }

    private static void known(RequestContext.Builder context, String id, String value) {
        if (id.indexOf(' ') < 0) {
            context.put("aws:userid", value);
        }
    }
}
