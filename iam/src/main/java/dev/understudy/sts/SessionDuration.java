package dev.understudy.sts;

import dev.understudy.directory.Role;
import dev.understudy.iam.errors.ValidationError;

import org.jspecify.annotations.Nullable;

/** How long a role session lasts. */
final class SessionDuration {
    private static final int DEFAULT_SECONDS = 3_600;
    private static final int MOST_WHEN_CHAINED = 3_600;

    private SessionDuration() {}

    /** The same for a service, which the role's own maximum does not bind. */
    static int ofService(@Nullable Integer asked) {
        return asked == null ? DEFAULT_SECONDS : asked;
    }

    /**
     * The seconds asked for, or an hour.
     *
     * @param chained whether the caller itself uses temporary credentials
     */
    static int seconds(@Nullable Integer asked, Role role, boolean chained) {
        if (asked == null) {
            return DEFAULT_SECONDS;
        }
        if (chained && asked > MOST_WHEN_CHAINED) {
            throw ValidationError.because(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles"
                            + " assumed by role chaining.");
        }
        if (asked > role.maxSessionDurationSeconds()) {
            throw ValidationError.because(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this"
                            + " role.");
        }
        return asked;
    }
}
