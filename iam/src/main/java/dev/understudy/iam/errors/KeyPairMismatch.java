package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** Certificate and private key do not belong together. */
public final class KeyPairMismatch {
    private KeyPairMismatch() {}

    public static AwsError keys() {
        return error("The private key does not match the public key of the certificate.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.KEY_PAIR_MISMATCH, message);
    }
}
