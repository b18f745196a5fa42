package dev.understudy.iam.simulation;

import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;

/** What AWS's simulator calls policies and their types. */
final class SourceNames {
    static final String IDENTITY = "IAM Policy";
    static final String BOUNDARY = "Permissions Boundary Policy";
    static final String RESOURCE = "Resource Policy";

    private static final int INLINE_PARTS = 4;

    private SourceNames() {}

    /**
     * A managed policy's name; an inline one's behind what it hangs on, {@code user_alice_readIt};
     * the parameter of one that came with the request.
     */
    static String id(PolicySource source) {
        String name = source.name();
        if (name.startsWith("arn:")) {
            return name.substring(name.lastIndexOf('/') + 1);
        }
        String[] parts = name.split("/", -1);
        boolean inline = parts.length == INLINE_PARTS && parts[2].equals("inline");
        return inline ? parts[0] + "_" + parts[1] + "_" + parts[3] : name;
    }

    static String type(PolicyKind kind) {
        return switch (kind) {
            case BOUNDARY -> BOUNDARY;
            case RESOURCE, TRUST -> RESOURCE;
            default -> IDENTITY;
        };
    }
}
