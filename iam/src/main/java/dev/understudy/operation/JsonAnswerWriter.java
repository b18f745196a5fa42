package dev.understudy.operation;

import software.amazon.awssdk.core.SdkPojo;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/**
 * Writes answers and errors of the AWS JSON 1.1 protocol. Its services name the errors that all
 * services have in their own way, and give every fault of the sender the status 400.
 */
final class JsonAnswerWriter {
    private static final int SENDERS_FAULT = 400;
    private static final String TYPE = "application/x-amz-json-1.1";

    private JsonAnswerWriter() {}

    static WireResponse answer(SdkPojo result, String requestId) {
        return new WireResponse(
                200,
                AnswerWriter.headers(requestId, TYPE, null),
                bytes(JsonShapeWriter.write(result)));
    }

    static WireResponse error(AwsError error, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("__type", name(error.code()));
        body.put("Message", error.text());
        if (error.reason() != null) {
            body.put("Reason", error.reason());
        }
        int status =
                error.code().fault() == Fault.SENDER && error.code() != ErrorCode.NOT_IMPLEMENTED
                        ? SENDERS_FAULT
                        : error.code().status();
        return new WireResponse(
                status, AnswerWriter.headers(requestId, TYPE, error.decisionId()), bytes(body));
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(ErrorCode code) {
        return switch (code) {
            case ACCESS_DENIED -> "AccessDeniedException";
            case EXPIRED_TOKEN -> "ExpiredTokenException";
            case INCOMPLETE_SIGNATURE -> "IncompleteSignatureException";
            case INVALID_ACTION -> ErrorCode.UNKNOWN_OPERATION.wire();
            case INVALID_CLIENT_TOKEN_ID -> "UnrecognizedClientException";
            case MALFORMED_INPUT -> ErrorCode.SERIALIZATION.wire();
            case MISSING_AUTHENTICATION_TOKEN -> "MissingAuthenticationTokenException";
            case SERVICE_FAILURE -> "ServiceException";
            case SIGNATURE_DOES_NOT_MATCH -> "InvalidSignatureException";
            case VALIDATION_ERROR -> ErrorCode.ORGANIZATIONS_INVALID_INPUT.wire();
            default -> code.wire();
        };
    }
}
