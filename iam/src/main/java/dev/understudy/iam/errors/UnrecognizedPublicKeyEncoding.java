package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A public key that is in no encoding known here. */
public final class UnrecognizedPublicKeyEncoding {
    private UnrecognizedPublicKeyEncoding() {}

    public static AwsError of() {
        return error("The public key is neither in the SSH nor in the PEM encoding.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.UNRECOGNIZED_PUBLIC_KEY_ENCODING, message);
    }
}
