package dev.understudy.operation;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Writes any of the SDK's response classes as AWS's JSON: absent members are left out. */
final class JsonShapeWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonShapeWriter() {}

    static ObjectNode write(SdkPojo shape) {
        ObjectNode object = NODES.objectNode();
        for (SdkField<?> field : shape.sdkFields()) {
            Object value = field.getValueOrDefault(shape);
            if (value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap)) {
                object.set(field.locationName(), value(field, value));
            }
        }
        return object;
    }

    private static JsonNode value(SdkField<?> field, Object value) {
        return switch (value) {
            case SdkPojo pojo -> write(pojo);
            case Collection<?> list -> list(field.getRequiredTrait(ListTrait.class), list);
            case Map<?, ?> map -> map(field.getRequiredTrait(MapTrait.class), map);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Instant instant -> NODES.numberNode(instant.getEpochSecond());
            default -> NODES.stringNode(value.toString());
        };
    }

    private static ArrayNode list(ListTrait trait, Collection<?> list) {
        ArrayNode array = NODES.arrayNode();
        for (Object item : list) {
            array.add(value(trait.memberFieldInfo(), item));
        }
        return array;
    }

    private static ObjectNode map(MapTrait trait, Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, item) -> object.set(key.toString(), value(trait.valueFieldInfo(), item)));
        return object;
    }
}
