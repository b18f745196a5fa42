package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request of the AWS JSON 1.1 protocol: the operation in a header, its input as one JSON object.
 * A name given twice is refused, so that the bytes whose signature was verified have one meaning.
 *
 * @param service what the header's prefix names
 * @param action the operation's name
 * @param body an object
 */
record JsonRequest(Service service, String action, JsonNode body) implements Asked {
    private static final int MOST_DEPTH = 20;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();

    static JsonRequest read(String target, WireRequest request) {
        int dot = target.indexOf('.');
        Service service = dot < 0 ? null : Service.ofTarget(target.substring(0, dot));
        if (service == null || !request.method().equals("POST")) {
            throw new AwsError(
                    ErrorCode.UNKNOWN_OPERATION,
                    "Could not find operation " + Texts.shorten(target));
        }
        return new JsonRequest(service, target.substring(dot + 1), body(request.body()));
    }

    private static JsonNode body(byte[] bytes) {
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // falls through to the answer for all that is no JSON object
        }
        throw new AwsError(ErrorCode.SERIALIZATION, "the body is not one JSON object");
    }

    @Override
    public @Nullable String version() {
        return service.version();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public SdkPojo input(SdkPojo builder, Service of) {
        return JsonShapeReader.read(builder, body);
    }
}
