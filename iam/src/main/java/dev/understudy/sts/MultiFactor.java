package dev.understudy.sts;

import dev.understudy.iam.errors.AccessDenied;

import org.jspecify.annotations.Nullable;

/**
 * Codes of multi-factor devices. No device can be registered yet, so no serial number is anybody's.
 */
final class MultiFactor {
    private MultiFactor() {}

    static void refuseIfGiven(@Nullable String serialNumber, @Nullable String tokenCode) {
        if (serialNumber != null || tokenCode != null) {
            throw AccessDenied.because(
                    "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify"
                            + " your MFA serial number is valid and associated with this user.");
        }
    }
}
