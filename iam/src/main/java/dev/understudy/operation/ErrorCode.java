package dev.understudy.operation;

/**
 * The errors of IAM, STS, Organizations and EC2 with the names and statuses that go over the wire.
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
    FEATURE_DISABLED("FeatureDisabled", 404),
    FEATURE_ENABLED("FeatureEnabled", 409),
    REPORT_GENERATION_LIMIT_EXCEEDED("ReportGenerationLimitExceeded", 409),

    // The model gives these neither a status nor a shorter name.
    ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR(
            "AccountNotManagementOrDelegatedAdministratorException", 400),
    CALLER_IS_NOT_MANAGEMENT_ACCOUNT("CallerIsNotManagementAccountException", 400),
    ORGANIZATION_NOT_FOUND("OrganizationNotFoundException", 400),
    ORGANIZATION_NOT_IN_ALL_FEATURES_MODE("OrganizationNotInAllFeaturesModeException", 400),
    SERVICE_ACCESS_NOT_ENABLED("ServiceAccessNotEnabledException", 400),

    /** A token of an identity provider is too old; {@link #EXPIRED_TOKEN} is about credentials. */
    EXPIRED_TOKEN_EXCEPTION("ExpiredTokenException", 400),
    EXPIRED_TRADE_IN_TOKEN("ExpiredTradeInTokenException", 400),
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
    JWT_PAYLOAD_SIZE_EXCEEDED("JWTPayloadSizeExceededException", 400),
    KEY_PAIR_MISMATCH("KeyPairMismatch", 400),
    LIMIT_EXCEEDED("LimitExceeded", 409),
    MALFORMED_CERTIFICATE("MalformedCertificate", 400),
    MALFORMED_INPUT("MalformedInput", 400),
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument", 400),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
    NO_SUCH_ENTITY("NoSuchEntity", 404),
    NOT_SUPPORTED_SERVICE("NotSupportedService", 404),
    OPEN_ID_IDP_COMMUNICATION_ERROR("OpenIdIdpCommunicationError", 400),
    OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED(
            "OutboundWebIdentityFederationDisabledException", 403),
    /** Ours: an operation that AWS has and this program does not yet. */
    NOT_IMPLEMENTED("NotImplemented", 501),
    PACKED_POLICY_TOO_LARGE("PackedPolicyTooLarge", 400),
    PASSWORD_POLICY_VIOLATION("PasswordPolicyViolation", 400),
    POLICY_EVALUATION("PolicyEvaluation", 500),
    POLICY_NOT_ATTACHABLE("PolicyNotAttachable", 400),
    REGION_DISABLED("RegionDisabledException", 403),
    REPORT_EXPIRED("ReportExpired", 410),
    REPORT_IN_PROGRESS("ReportInProgress", 404),
    REPORT_NOT_PRESENT("ReportNotPresent", 410),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLarge", 413),
    SERVICE_FAILURE("ServiceFailure", 503),
    SESSION_DURATION_ESCALATION("SessionDurationEscalationException", 403),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
    UNMODIFIABLE_ENTITY("UnmodifiableEntity", 400),
    UNRECOGNIZED_PUBLIC_KEY_ENCODING("UnrecognizedPublicKeyEncoding", 400),
    VALIDATION_ERROR("ValidationError", 400),

    // Those of the JSON protocol, and of Organizations, which speaks it.
    UNKNOWN_OPERATION("UnknownOperationException", 400),
    SERIALIZATION("SerializationException", 400),
    ORGANIZATIONS_INVALID_INPUT("InvalidInputException", 400),
    ORGANIZATIONS_NOT_IN_USE("AWSOrganizationsNotInUseException", 400),
    ACCOUNT_ALREADY_REGISTERED("AccountAlreadyRegisteredException", 400),
    ACCOUNT_NOT_FOUND("AccountNotFoundException", 400),
    ACCOUNT_NOT_REGISTERED("AccountNotRegisteredException", 400),
    ALREADY_IN_ORGANIZATION("AlreadyInOrganizationException", 400),
    CHILD_NOT_FOUND("ChildNotFoundException", 400),
    CONSTRAINT_VIOLATION("ConstraintViolationException", 400),
    CREATE_ACCOUNT_STATUS_NOT_FOUND("CreateAccountStatusNotFoundException", 400),
    DESTINATION_PARENT_NOT_FOUND("DestinationParentNotFoundException", 400),
    DUPLICATE_ACCOUNT("DuplicateAccountException", 400),
    DUPLICATE_ORGANIZATIONAL_UNIT("DuplicateOrganizationalUnitException", 400),
    DUPLICATE_POLICY_ATTACHMENT("DuplicatePolicyAttachmentException", 400),
    DUPLICATE_POLICY("DuplicatePolicyException", 400),
    ORGANIZATIONS_MALFORMED_POLICY("MalformedPolicyDocumentException", 400),
    MASTER_CANNOT_LEAVE_ORGANIZATION("MasterCannotLeaveOrganizationException", 400),
    ORGANIZATION_NOT_EMPTY("OrganizationNotEmptyException", 400),
    ORGANIZATIONAL_UNIT_NOT_EMPTY("OrganizationalUnitNotEmptyException", 400),
    ORGANIZATIONAL_UNIT_NOT_FOUND("OrganizationalUnitNotFoundException", 400),
    PARENT_NOT_FOUND("ParentNotFoundException", 400),
    POLICY_IN_USE("PolicyInUseException", 400),
    POLICY_NOT_ATTACHED("PolicyNotAttachedException", 400),
    POLICY_NOT_FOUND("PolicyNotFoundException", 400),
    POLICY_TYPE_ALREADY_ENABLED("PolicyTypeAlreadyEnabledException", 400),
    POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION(
            "PolicyTypeNotAvailableForOrganizationException", 400),
    POLICY_TYPE_NOT_ENABLED("PolicyTypeNotEnabledException", 400),
    ROOT_NOT_FOUND("RootNotFoundException", 400),
    SOURCE_PARENT_NOT_FOUND("SourceParentNotFoundException", 400),
    TARGET_NOT_FOUND("TargetNotFoundException", 400),

    // Those of EC2, which has its own codes for what every request can meet as well.
    AUTH_FAILURE("AuthFailure", 401),
    INCORRECT_STATE("IncorrectState", 400),
    INTERNAL_ERROR("InternalError", 500),
    INVALID_ASSOCIATION_ID_NOT_FOUND("InvalidAssociationID.NotFound", 400),
    INVALID_INSTANCE_ID_MALFORMED("InvalidInstanceID.Malformed", 400),
    INVALID_PAGINATION_TOKEN("InvalidPaginationToken", 400),
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", 400),
    MALFORMED_QUERY_STRING("MalformedQueryString", 400),
    MISSING_PARAMETER("MissingParameter", 400),
    REQUEST_EXPIRED("RequestExpired", 400),
    UNKNOWN_PARAMETER("UnknownParameter", 400),
    UNAUTHORIZED_OPERATION("UnauthorizedOperation", 403),
    UNAVAILABLE("Unavailable", 503);

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
