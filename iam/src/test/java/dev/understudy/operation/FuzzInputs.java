package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Inputs of any operation, out of the SDK's description of its request class and the table of
 * constraints: a tree of maps, lists, texts, numbers and truth values. A good input breaks no
 * constraint as far as a text is known that does not; each step off the path is one wrong value.
 */
final class FuzzInputs {
    private static final int MOST_DEPTH = 4;
    private static final long LONGEST_EDGE = 20_000;
    private static final double OPTIONAL = 0.35;

    /** EC2's model does not say what is required. */
    private static final double OPTIONAL_OR_NOT = 0.7;

    private static final double VERY_LONG = 0.01;

    private final RandomGenerator random;
    private final FuzzTexts texts;
    private final Service service;

    /** How likely a value is a wrong one. */
    private final double wrong;

    FuzzInputs(RandomGenerator random, FuzzTexts texts, Service service, double wrong) {
        this.random = random;
        this.texts = texts;
        this.service = service;
        this.wrong = wrong;
    }

    /** An input of the operation. */
    Map<String, Object> of(Registry.Entry entry) {
        return structure(entry.name() + "Request", entry.shape().newBuilder(), 0);
    }

    private Map<String, Object> structure(String shape, SdkPojo builder, int depth) {
        Map<String, Constraint> constraints = Constraints.of(service, shape);
        double optional = service.speaksEc2Query() ? OPTIONAL_OR_NOT : OPTIONAL;
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : builder.sdkFields()) {
            String name = field.locationName();
            Constraint constraint = constraints.get(name);
            boolean required = constraint != null && constraint.required();
            if (required ? random.nextDouble() >= wrong / 2 : random.nextDouble() < optional) {
                Constraint item = constraints.get(name + "[]");
                members.put(name, value(field, name, constraint, item, depth));
            }
        }
        return members;
    }

    private Object value(
            SdkField<?> field,
            String name,
            @Nullable Constraint constraint,
            @Nullable Constraint item,
            int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case INTEGER, LONG -> number(constraint);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> service.speaksJson() ? (Object) 1_700_000_000L : "2025-06-01T00:00:00Z";
            case SDK_BYTES -> "AAEC";
            case SDK_POJO -> nested(field, depth);
            case LIST -> list(field, name, constraint, item, depth);
            case MAP -> map(field, name, depth);
            default -> text(name, constraint);
        };
    }

    private Map<String, Object> nested(SdkField<?> field, int depth) {
        SdkPojo builder = field.constructor().get();
        String shape =
                Objects.requireNonNull(builder.getClass().getEnclosingClass()).getSimpleName();
        return depth == MOST_DEPTH ? Map.of() : structure(shape, builder, depth + 1);
    }

    private List<Object> list(
            SdkField<?> field,
            String name,
            @Nullable Constraint constraint,
            @Nullable Constraint item,
            int depth) {
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        int size = 1 + random.nextInt(2);
        if (random.nextDouble() < wrong) {
            Long most = constraint == null ? null : constraint.most();
            size = most == null ? random.nextInt(4) : Math.toIntExact(Math.min(most + 1, 120));
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(value(member, name.equals("TagKeys") ? "Key" : name, item, null, depth));
        }
        return items;
    }

    private Map<String, Object> map(SdkField<?> field, String name, int depth) {
        SdkField<?> value = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put(text(name, null), value(value, name, null, null, depth));
        return entries;
    }

    private Object number(@Nullable Constraint constraint) {
        Long least = constraint == null ? null : constraint.least();
        Long most = constraint == null ? null : constraint.most();
        long low = least == null ? 1 : least;
        long high = most == null ? low + 100 : most;
        if (random.nextDouble() < wrong) {
            return switch (random.nextInt(6)) {
                case 0 -> low - 1;
                case 1 -> high + 1;
                case 2 -> Long.MAX_VALUE;
                case 3 -> Long.MIN_VALUE;
                case 4 -> -1L;
                default -> texts.hostile();
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> low;
            case 1 -> high;
            default -> random.nextLong(low, Math.addExact(high, 1));
        };
    }

    private String text(String name, @Nullable Constraint constraint) {
        if (random.nextDouble() < wrong) {
            return random.nextInt(3) == 0 && constraint != null ? edge(constraint) : harm();
        }
        if (constraint != null && !constraint.values().isEmpty()) {
            return constraint.values().get(random.nextInt(constraint.values().size()));
        }
        String good = texts.good(name, text -> passes(constraint, text));
        return good == null ? edge(Objects.requireNonNull(constraint)) : good;
    }

    private String harm() {
        return random.nextDouble() < VERY_LONG ? texts.veryLong() : texts.hostile();
    }

    private static boolean passes(@Nullable Constraint constraint, String text) {
        return constraint == null
                || !(constraint.tooSmall(text.length())
                        || constraint.tooLarge(text.length())
                        || constraint.mismatches(text));
    }

    /** A text as long as just allowed, or one more or less. */
    private String edge(Constraint constraint) {
        long least = constraint.least() == null ? 1 : constraint.least();
        long most = constraint.most() == null ? least + 64 : constraint.most();
        long length = Math.min(random.nextBoolean() ? least : most, LONGEST_EDGE);
        return "a".repeat(Math.toIntExact(Math.max(0, length + random.nextInt(3) - 1)));
    }
}
