package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/**
 * AWS's texts for refusals.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot
 *     access denied error messages</a>
 */
public final class AccessDeniedMessage {
    private AccessDeniedMessage() {}

    /**
     * The text that names no policy type: across accounts, and for roles. The resource is left out
     * where there is none.
     */
    public static String plain(String callerArn, String action, @Nullable String resource) {
        String on = resource == null ? "" : " on resource: " + resource;
        return "User: " + callerArn + " is not authorized to perform: " + action + on;
    }

    /** The text that says which type of policy refused. */
    public static String full(
            String callerArn, String action, @Nullable String resource, Decision.Denied denied) {
        return plain(callerArn, action, resource) + " " + reason(action, denied);
    }

    /** Which type of policy refused. */
    public static String reason(String action, Decision.Denied denied) {
        if (denied.explicit()) {
            return "with an explicit deny in " + explicitPlace(denied.kind());
        }
        return "because no " + implicitPlace(denied.kind()) + " allows the " + action + " action";
    }

    private static String explicitPlace(PolicyKind kind) {
        switch (kind) {
            case IDENTITY:
                return "an identity-based policy";
            case TRUST:
                return "the role trust policy";
            default:
                return "a " + implicitPlace(kind);
        }
    }

    private static String implicitPlace(PolicyKind kind) {
        switch (kind) {
            case IDENTITY:
                return "identity-based policy";
            case RESOURCE:
                return "resource-based policy";
            case TRUST:
                return "role trust policy";
            case BOUNDARY:
                return "permissions boundary";
            case SESSION:
                return "session policy";
            case SERVICE_CONTROL:
                return "service control policy";
            case RESOURCE_CONTROL:
                return "resource control policy";
            case VPC_ENDPOINT:
                return "VPC endpoint policy";
        }
        throw new IllegalStateException(kind.name());
    }
}
