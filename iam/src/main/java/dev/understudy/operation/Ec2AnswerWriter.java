package dev.understudy.operation;

import software.amazon.awssdk.core.SdkPojo;

/**
 * Writes answers and errors as EC2 does: no result element, no type of error, and codes of its own
 * for what goes wrong before any operation runs.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error
 *     codes for the Amazon EC2 API</a>
 */
final class Ec2AnswerWriter {
    private static final String XML = "text/xml;charset=UTF-8";

    private Ec2AnswerWriter() {}

    static WireResponse answer(String operation, SdkPojo result, String requestId) {
        XmlWriter out = new XmlWriter();
        String response = operation + "Response";
        out.open(response, Service.EC2.namespace()).element("requestId", requestId);
        ShapeWriter.write(result, out);
        out.close(response);
        return new WireResponse(200, AnswerWriter.headers(requestId, XML, null), out.toBytes());
    }

    static WireResponse error(AwsError error, String requestId) {
        AwsError spoken = inItsWords(error);
        XmlWriter out = new XmlWriter();
        out.open("Response").open("Errors").open("Error");
        out.element("Code", spoken.code().wire()).element("Message", spoken.text());
        out.close("Error").close("Errors").element("RequestID", requestId).close("Response");
        return new WireResponse(
                spoken.code().status(),
                AnswerWriter.headers(requestId, XML, error.decisionId()),
                out.toBytes());
    }

    private static AwsError inItsWords(AwsError error) {
        return switch (error.code()) {
            case ACCESS_DENIED -> new AwsError(ErrorCode.UNAUTHORIZED_OPERATION, refusal(error));
            case INVALID_CLIENT_TOKEN_ID, SIGNATURE_DOES_NOT_MATCH ->
                    new AwsError(
                            ErrorCode.AUTH_FAILURE,
                            "AWS was not able to validate the provided access credentials");
            case EXPIRED_TOKEN -> new AwsError(ErrorCode.REQUEST_EXPIRED, "Request has expired.");
            case MALFORMED_INPUT -> new AwsError(ErrorCode.MALFORMED_QUERY_STRING, error.text());
            case INTERNAL_FAILURE ->
                    new AwsError(ErrorCode.INTERNAL_ERROR, "An internal error has occurred");
            case SERVICE_FAILURE -> new AwsError(ErrorCode.UNAVAILABLE, error.text());
            default -> error;
        };
    }

    /** With the id of the decision as the message that DecodeAuthorizationMessage decodes. */
    private static String refusal(AwsError error) {
        String text = "You are not authorized to perform this operation. " + error.text();
        return error.decisionId() == null
                ? text
                : text + ". Encoded authorization failure message: " + error.decisionId();
    }
}
