package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The operations whose model says that nobody signs them: the token or assertion they carry is the
 * proof.
 */
final class UnsignedOperations {
    private static final Set<String> NAMES =
            Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");

    private UnsignedOperations() {}

    static boolean contains(@Nullable String action) {
        return action != null && NAMES.contains(action);
    }
}
