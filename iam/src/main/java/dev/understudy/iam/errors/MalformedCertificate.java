package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** What should be a certificate, a chain or a private key is none. */
public final class MalformedCertificate {
    private MalformedCertificate() {}

    public static AwsError certificate() {
        return error(
                "Unable to parse certificate. Please ensure the certificate is in PEM format.");
    }

    public static AwsError privateKey() {
        return error(
                "Unable to parse private key. Please ensure the key is in PEM format and not encrypted.");
    }

    /** The index is -1 where none of the chain can be read, or the first is not the issuer. */
    public static AwsError chain(int index) {
        return error(
                "Unable to validate certificate chain. The certificate chain must start with the immediate"
                        + " signing certificate, followed by any intermediaries in order. The index within the"
                        + " chain of the invalid certificate is: "
                        + index);
    }

    public static AwsError expired() {
        return error(
                "Certificate is no longer valid. The 'Not After' date of the certificate has"
                        + " passed.");
    }

    public static AwsError notYetValid() {
        return error(
                "Certificate is not yet valid. The 'Not Before' date of the certificate is in the"
                        + " future.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.MALFORMED_CERTIFICATE, message);
    }
}
