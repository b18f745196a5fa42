package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/**
 * Writes any of the SDK's response classes as AWS writes it: absent members left out, empty lists
 * as empty elements.
 */
final class ShapeWriter {
    private ShapeWriter() {}

    static void write(SdkPojo shape, XmlWriter out) {
        for (SdkField<?> field : shape.sdkFields()) {
            Object value = field.getValueOrDefault(shape);
            if (value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap)) {
                value(field, field.unmarshallLocationName(), value, out);
            }
        }
    }

    private static void value(SdkField<?> field, String name, Object value, XmlWriter out) {
        switch (value) {
            case SdkPojo pojo -> structure(name, pojo, out);
            case Collection<?> list ->
                    list(field.getRequiredTrait(ListTrait.class), name, list, out);
            case Map<?, ?> map -> map(field.getRequiredTrait(MapTrait.class), name, map, out);
            case Instant instant ->
                    out.element(name, instant.truncatedTo(ChronoUnit.SECONDS).toString());
            case SdkBytes bytes ->
                    out.element(
                            name, Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
            default -> out.element(name, value.toString());
        }
    }

    private static void structure(String name, SdkPojo pojo, XmlWriter out) {
        out.open(name);
        write(pojo, out);
        out.close(name);
    }

    private static void list(ListTrait trait, String name, Collection<?> list, XmlWriter out) {
        if (list.isEmpty()) {
            out.empty(name);
            return;
        }
        String member = memberName(trait);
        out.open(name);
        for (Object item : list) {
            value(trait.memberFieldInfo(), member, item, out);
        }
        out.close(name);
    }

    private static String memberName(ListTrait trait) {
        @Nullable String name = trait.memberLocationName();
        return name == null ? "member" : name;
    }

    private static void map(MapTrait trait, String name, Map<?, ?> map, XmlWriter out) {
        if (map.isEmpty()) {
            out.empty(name);
            return;
        }
        out.open(name);
        map.forEach((key, value) -> {
            out.open("entry").element(trait.keyLocationName(), key.toString());
            value(trait.valueFieldInfo(), trait.valueLocationName(), value, out);
            out.close("entry");
        });
        out.close(name);
    }
}
