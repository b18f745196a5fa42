package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills any of the SDK's request classes from parameters, by the field descriptions that every one
 * of them carries. No code is generated: the SDK's model is the only vocabulary. Parameters that
 * the shape does not have are passed over, as AWS does; EC2 alone refuses them.
 */
final class ShapeReader {
    private final boolean flatLists;
    private final boolean refusesUnknown;

    private ShapeReader(Service service) {
        this.flatLists = service.speaksEc2Query();
        this.refusesUnknown = service.speaksEc2Query();
    }

    /** The shape that the builder builds, with the parameters below the node. */
    static SdkPojo read(Service service, SdkPojo builder, Parameter node) {
        return new ShapeReader(service).read(builder, node);
    }

    private SdkPojo read(SdkPojo builder, Parameter node) {
        if (refusesUnknown) {
            requireKnown(builder, node);
        }
        for (SdkField<?> field : builder.sdkFields()) {
            Parameter parameter = node.child(field.locationName());
            if (parameter != null) {
                field.set(builder, value(field, parameter));
            }
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static void requireKnown(SdkPojo builder, Parameter node) {
        for (String name : node.names()) {
            if (builder.sdkFields().stream().noneMatch(f -> f.locationName().equals(name))) {
                throw new AwsError(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter " + Texts.shorten(name) + " is not recognized");
            }
        }
    }

    private Object value(SdkField<?> field, Parameter parameter) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> text(parameter);
            case INTEGER ->
                    number(text(parameter), Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
            case LONG -> number(text(parameter), Long.MIN_VALUE, Long.MAX_VALUE);
            case BOOLEAN -> truth(text(parameter));
            case INSTANT -> instant(text(parameter));
            case SDK_BYTES -> bytes(text(parameter));
            case SDK_POJO -> read(field.constructor().get(), parameter);
            case LIST -> list(field.getRequiredTrait(ListTrait.class), parameter);
            case MAP -> map(field.getRequiredTrait(MapTrait.class), parameter);
            default ->
                    throw new IllegalStateException(
                            "no shape that is served has a field of type " + type);
        };
    }

    private List<Object> list(ListTrait trait, Parameter parameter) {
        String memberName = trait.memberLocationName();
        Parameter members =
                flatLists || trait.isFlattened()
                        ? parameter
                        : parameter.child(memberName == null ? "member" : memberName);
        List<Object> values = new ArrayList<>();
        if (members != null) {
            for (Parameter member : members.numbered()) {
                values.add(value(trait.memberFieldInfo(), member));
            }
        }
        return values;
    }

    private Map<String, Object> map(MapTrait trait, Parameter parameter) {
        Parameter entries = parameter.child("entry");
        Map<String, Object> values = new LinkedHashMap<>();
        if (entries != null) {
            for (Parameter entry : entries.numbered()) {
                Parameter key = entry.child(trait.keyLocationName());
                Parameter value = entry.child(trait.valueLocationName());
                if (key != null && value != null) {
                    values.put(text(key), value(trait.valueFieldInfo(), value));
                }
            }
        }
        return values;
    }

    private static String text(Parameter parameter) {
        String value = parameter.value();
        return value == null ? "" : value;
    }

    private static Long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the answer for all that is no number of this size
        }
        throw malformed(text.isEmpty() ? "missing value for decimal type" : "");
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed("");
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw malformed("");
        }
    }

    private static SdkBytes bytes(String text) {
        try {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw malformed("");
        }
    }

    private static AwsError malformed(@Nullable String message) {
        return new AwsError(ErrorCode.MALFORMED_INPUT, message == null ? "" : message);
    }
}
