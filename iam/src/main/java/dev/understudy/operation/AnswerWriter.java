package dev.understudy.operation;

import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes answers and errors, in the XML of the Query protocol where the service speaks it. */
final class AnswerWriter {
    /** The header under which a decision's id comes back. */
    static final String DECISION_HEADER = "x-understudy-decision";

    /** The namespace of errors that come before any service is known to have the operation. */
    private static final String FAULT_NAMESPACE =
            "http://webservices.amazon.com/AWSFault/2005-15-09";

    private static final String XML = "text/xml";

    /**
     * The operations whose result has no members in AWS's model and is there all the same. The
     * others without members have no result; clients that read by the model, botocore, fail where
     * one is missing.
     */
    private static final Set<String> EMPTY_RESULTS = Set.of("UpdateRole");

    private AnswerWriter() {}

    static WireResponse answer(
            Service service, String operation, SdkPojo result, String requestId) {
        if (service.speaksJson()) {
            return JsonAnswerWriter.answer(result, requestId);
        }
        if (service.speaksEc2Query()) {
            return Ec2AnswerWriter.answer(operation, result, requestId);
        }
        XmlWriter out = new XmlWriter();
        String response = operation + "Response";
        out.open(response, service.namespace());
        if (!result.sdkFields().isEmpty()) {
            String name = operation + "Result";
            out.open(name);
            ShapeWriter.write(result, out);
            out.close(name);
        } else if (EMPTY_RESULTS.contains(operation)) {
            out.empty(operation + "Result");
        }
        out.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
        out.close(response);
        return new WireResponse(200, headers(requestId, XML, null), out.toBytes());
    }

    static WireResponse error(Service service, AwsError error, String requestId) {
        if (service.speaksJson()) {
            return JsonAnswerWriter.error(error, requestId);
        }
        if (service.speaksEc2Query()) {
            return Ec2AnswerWriter.error(error, requestId);
        }
        ErrorCode code = error.code();
        XmlWriter out = new XmlWriter();
        out.open(
                "ErrorResponse",
                code == ErrorCode.INVALID_ACTION ? FAULT_NAMESPACE : service.namespace());
        out.open("Error").element("Type", code.fault().wire()).element("Code", code.wire());
        if (!error.text().isEmpty()) {
            out.element("Message", error.text());
        }
        out.close("Error").element("RequestId", requestId).close("ErrorResponse");
        return new WireResponse(
                code.status(), headers(requestId, XML, error.decisionId()), out.toBytes());
    }

    static List<HttpHeader> headers(
            String requestId, String contentType, @Nullable String decisionId) {
        List<HttpHeader> headers = new ArrayList<>(3);
        headers.add(new HttpHeader("x-amzn-RequestId", requestId));
        headers.add(new HttpHeader("Content-Type", contentType));
        if (decisionId != null) {
            headers.add(new HttpHeader(DECISION_HEADER, decisionId));
        }
        return headers;
    }
}
