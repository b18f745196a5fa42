package dev.understudy.operation;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills any of the SDK's request classes from a JSON object, by the field descriptions that every
 * one of them carries. Members that the shape does not have are passed over, as AWS does; null is
 * the same as absent.
 */
final class JsonShapeReader {
    private static final double MILLIS = 1_000;

    private JsonShapeReader() {}

    /** The shape that the builder builds, with the members of the object. */
    static SdkPojo read(SdkPojo builder, JsonNode object) {
        if (!object.isObject()) {
            throw wrong("an object");
        }
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode node = object.get(field.locationName());
            if (node != null && !node.isNull()) {
                field.set(builder, value(field, node));
            }
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> text(node);
            case INTEGER -> {
                if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                    throw wrong("a whole number");
                }
                yield node.intValue();
            }
            case BOOLEAN -> {
                if (!node.isBoolean()) {
                    throw wrong("true or false");
                }
                yield node.booleanValue();
            }
            case INSTANT -> instant(node);
            case SDK_POJO -> read(field.constructor().get(), node);
            case LIST -> list(field.getRequiredTrait(ListTrait.class), node);
            case MAP -> map(field.getRequiredTrait(MapTrait.class), node);
            default ->
                    throw new IllegalStateException(
                            "no shape of Organizations has a field of type " + type);
        };
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw wrong("a string");
        }
        return node.stringValue();
    }

    private static Instant instant(JsonNode node) {
        double seconds = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(Math.abs(seconds) < Instant.MAX.getEpochSecond())) {
            throw wrong("seconds since 1970");
        }
        return Instant.ofEpochMilli((long) (seconds * MILLIS));
    }

    private static List<Object> list(ListTrait trait, JsonNode node) {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode item : node) {
            values.add(value(trait.memberFieldInfo(), item));
        }
        return values;
    }

    private static Map<String, Object> map(MapTrait trait, JsonNode node) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry ->
                        values.put(
                                entry.getKey(), value(trait.valueFieldInfo(), entry.getValue())));
        return values;
    }

    private static AwsError wrong(String expected) {
        return new AwsError(ErrorCode.SERIALIZATION, "a member of the request is not " + expected);
    }
}
