package dev.understudy.operation;

/**
 * The errors of IAM and STS with the names and statuses that go over the wire.
 *
 * <p>Source: the service models of the 2026-08 API and recordings of live answers.
 */
public enum ErrorCode {
    ACCESS_DENIED("AccessDenied", 403),
    CONCURRENT_MODIFICATION("ConcurrentModification", 409),
    DELETE_CONFLICT("DeleteConflict", 409),
    DUPLICATE_CERTIFICATE("DuplicateCertificate", 409),
    DUPLICATE_SSH_PUBLIC_KEY("DuplicateSSHPublicKey", 400),
    ENTITY_ALREADY_EXISTS("EntityAlreadyExists", 409),
    ENTITY_TEMPORARILY_UNMODIFIABLE("EntityTemporarilyUnmodifiable", 409),
    EXPIRED_TOKEN("ExpiredToken", 403),
    /** A token of an identity provider is too old; {@link #EXPIRED_TOKEN} is about credentials. */
    EXPIRED_TOKEN_EXCEPTION("ExpiredTokenException", 400),
    IDP_COMMUNICATION_ERROR("IDPCommunicationError", 400),
    IDP_REJECTED_CLAIM("IDPRejectedClaim", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
    INTERNAL_FAILURE("InternalFailure", 500),
    INVALID_ACTION("InvalidAction", 400),
    INVALID_AUTHENTICATION_CODE("InvalidAuthenticationCode", 403),
    INVALID_AUTHORIZATION_MESSAGE("InvalidAuthorizationMessageException", 400),
    INVALID_CERTIFICATE("InvalidCertificate", 400),
    INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId", 403),
    INVALID_IDENTITY_TOKEN("InvalidIdentityToken", 400),
    INVALID_INPUT("InvalidInput", 400),
    INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
    INVALID_PUBLIC_KEY("InvalidPublicKey", 400),
    INVALID_USER_TYPE("InvalidUserType", 400),
    KEY_PAIR_MISMATCH("KeyPairMismatch", 400),
    LIMIT_EXCEEDED("LimitExceeded", 409),
    MALFORMED_CERTIFICATE("MalformedCertificate", 400),
    MALFORMED_INPUT("MalformedInput", 400),
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument", 400),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
    NO_SUCH_ENTITY("NoSuchEntity", 404),
    /** Ours: an operation that AWS has and this program does not yet. */
    NOT_IMPLEMENTED("NotImplemented", 501),
    PACKED_POLICY_TOO_LARGE("PackedPolicyTooLarge", 400),
    PASSWORD_POLICY_VIOLATION("PasswordPolicyViolation", 400),
    POLICY_EVALUATION("PolicyEvaluation", 500),
    POLICY_NOT_ATTACHABLE("PolicyNotAttachable", 400),
    REPORT_EXPIRED("ReportExpired", 410),
    REPORT_NOT_PRESENT("ReportNotPresent", 410),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLarge", 413),
    SERVICE_FAILURE("ServiceFailure", 503),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
    UNMODIFIABLE_ENTITY("UnmodifiableEntity", 400),
    UNRECOGNIZED_PUBLIC_KEY_ENCODING("UnrecognizedPublicKeyEncoding", 400),
    VALIDATION_ERROR("ValidationError", 400);

    private final String wire;
    private final int status;

    ErrorCode(String wire, int status) {
        this.wire = wire;
        this.status = status;
    }

    /** The name in the {@code Code} element. */
    public String wire() {
        return wire;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whose fault it is. */
    public Fault fault() {
        return status < 500 ? Fault.SENDER : Fault.RECEIVER;
    }
}
