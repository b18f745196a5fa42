package dev.understudy.signature;

/**
 * Why a signature does not count.
 *
 * @param code AWS's error code
 * @param status the HTTP status
 * @param message AWS's text; it may repeat what the client sent, and holds no secret
 */
public record SignatureFault(String code, int status, String message) implements Verification {
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.";

    static SignatureFault incomplete(String message) {
        return new SignatureFault("IncompleteSignature", 400, message);
    }

    static SignatureFault doesNotMatch(String message) {
        return new SignatureFault("SignatureDoesNotMatch", 403, message);
    }

    static SignatureFault mismatch() {
        return doesNotMatch(MISMATCH);
    }

    static SignatureFault invalidToken() {
        return new SignatureFault(
                "InvalidClientTokenId",
                403,
                "The security token included in the request is invalid");
    }
}
