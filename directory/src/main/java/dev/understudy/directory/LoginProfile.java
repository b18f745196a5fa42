package dev.understudy.directory;

import java.time.Instant;
import java.util.List;

/**
 * A user's password.
 *
 * @param userId the unique id of its user
 * @param passwordDate when the password was last set
 * @param resetRequired whether the user must choose another at the next sign-in
 * @param password the hash, sealed under {@link #PASSWORD_PURPOSE} and bound to the user's id
 * @param earlier the hashes of earlier passwords, the latest first
 */
public record LoginProfile(
        String userId,
        Instant createDate,
        Instant passwordDate,
        boolean resetRequired,
        Sealed password,
        List<Sealed> earlier)
        implements UserCredential {
    /** The purpose under which hashes of passwords are sealed. */
    public static final String PASSWORD_PURPOSE = "login-password";

    public LoginProfile {
        earlier = List.copyOf(earlier);
    }

    @Override
    public String id() {
        return userId;
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.LOGIN_PROFILE, userId);
    }

    /** The same, with or without the duty to choose another password. */
    public LoginProfile withResetRequired(boolean required) {
        return new LoginProfile(userId, createDate, passwordDate, required, password, earlier);
    }
}
