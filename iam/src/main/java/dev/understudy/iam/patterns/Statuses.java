package dev.understudy.iam.patterns;

import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.iam.errors.InvalidInput;

/** The status of a user's credential, as requests set it. */
public final class Statuses {
    private Statuses() {}

    /** Active or Inactive; a request cannot make a credential expire. */
    public static AccessKeyStatus settable(String wire) {
        for (AccessKeyStatus status : AccessKeyStatus.values()) {
            if (status.wire().equals(wire)) {
                return status;
            }
        }
        throw InvalidInput.because("The status " + wire + " cannot be set.");
    }
}
