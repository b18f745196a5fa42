package dev.understudy.iam.simulation;

import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The one policy that every simulated resource is taken to have: for actions that assume a role the
 * role's trust policy, for all others an ordinary one.
 *
 * @param ordinary null if no action needs it
 * @param trust null if no action needs it
 */
record ResourcePolicy(@Nullable PolicySource ordinary, @Nullable PolicySource trust) {
    private static final String NAME = "ResourcePolicy";
    private static final Set<String> OF_ROLES =
            Set.of(
                    "sts:assumerole",
                    "sts:assumerolewithsaml",
                    "sts:assumerolewithwebidentity",
                    "sts:setcontext",
                    "sts:setsourceidentity",
                    "sts:tagsession");

    /** The text as the actions need it read, or InvalidInput; null if there is no text. */
    static @Nullable ResourcePolicy of(@Nullable String text, List<String> actions) {
        if (text == null) {
            return null;
        }
        boolean anyTrust = actions.stream().anyMatch(ResourcePolicy::isOfRoles);
        boolean anyOther = !actions.stream().allMatch(ResourcePolicy::isOfRoles);
        return new ResourcePolicy(
                anyOther ? InputPolicies.read(NAME, text, PolicyKind.RESOURCE) : null,
                anyTrust ? InputPolicies.read(NAME, text, PolicyKind.TRUST) : null);
    }

    /** Whether a role's trust policy has a say in the action. */
    static boolean isOfRoles(String action) {
        return OF_ROLES.contains(action.toLowerCase(Locale.ROOT));
    }

    /** The policy as this action meets it. */
    @Nullable PolicySource source(String action) {
        return isOfRoles(action) ? trust : ordinary;
    }

    /** Whether the resource is closed even to its own account unless its policy allows. */
    static boolean isRequired(String action, String resource) {
        Arn arn = Arn.parseOrNull(resource);
        boolean key =
                arn != null && arn.service().equals("kms") && arn.resource().startsWith("key/");
        return key || isOfRoles(action);
    }
}
