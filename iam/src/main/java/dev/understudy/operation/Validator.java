package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Holds a request against the table of constraints and reports all violations in one
 * ValidationError, in AWS's words. STS repeats the offending value; IAM, since 2026, does not.
 */
final class Validator {
    private static final String PATH_TEXT =
            "The specified value for path is invalid. It must begin and end with / and contain only"
                    + " alphanumeric characters and/or / characters.";

    /** Java's XML parsers refuse a text of more than 100,000 characters unless told otherwise. */
    private static final int MOST_TEXT = 50_000;

    private final Service service;
    private final List<String> violations = new ArrayList<>();

    private Validator(Service service) {
        this.service = service;
    }

    /**
     * Passes, or throws ValidationError.
     *
     * @param shape the input's name in the model, which the SDK spells in its own way
     */
    static void check(Service service, String shape, SdkPojo input) {
        Validator validator = new Validator(service);
        validator.structure(null, shape, input);
        int count = validator.violations.size();
        if (count > 0) {
            String text =
                    count
                            + (count == 1
                                    ? " validation error detected: "
                                    : " validation errors detected: ")
                            + String.join("; ", validator.violations);
            throw new AwsError(ErrorCode.VALIDATION_ERROR, readable(text));
        }
    }

    /** The text, cut where it repeats so much of the request that clients would not read it. */
    private static String readable(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "..." : text;
    }

    private void structure(@Nullable Place parent, String shape, SdkPojo pojo) {
        Map<String, Constraint> constraints = Constraints.of(service, shape);
        for (SdkField<?> field : pojo.sdkFields()) {
            String name = field.locationName();
            Object value = field.getValueOrDefault(pojo);
            boolean absent =
                    value == null
                            || value instanceof SdkAutoConstructList
                            || value instanceof SdkAutoConstructMap;
            if (!absent) {
                member(new Place(parent, name, 0), constraints, value);
            } else if (isRequired(constraints.get(name))) {
                violations.add(
                        "Value null at '"
                                + new Place(parent, name, 0)
                                + "' failed to satisfy constraint: Member must not be null");
            }
        }
    }

    private static boolean isRequired(@Nullable Constraint constraint) {
        return constraint != null && constraint.required();
    }

    private void member(Place place, Map<String, Constraint> constraints, Object value) {
        Constraint constraint = constraints.get(place.name());
        if (constraint != null) {
            scalar(place, constraint, value);
        }
        if (value instanceof Collection<?> list) {
            members(place, constraints.get(place.name() + "[]"), list);
        } else if (value instanceof SdkPojo nested) {
            structure(place, nested.getClass().getSimpleName(), nested);
        }
    }

    private void members(Place list, @Nullable Constraint constraint, Collection<?> items) {
        int index = 0;
        for (Object item : items) {
            Place place = new Place(list, "", ++index);
            if (item instanceof SdkPojo nested) {
                structure(place, nested.getClass().getSimpleName(), nested);
            } else if (constraint != null) {
                scalar(place, constraint, item);
            }
        }
    }

    private void scalar(Place path, Constraint constraint, Object value) {
        switch (value) {
            case String text -> text(path, constraint, text);
            case Number number -> size(path, constraint, number.longValue(), "value", number);
            case Collection<?> list -> size(path, constraint, list.size(), "length", null);
            default -> {
                // Structures are held against their own members; nothing else is bounded.
            }
        }
    }

    private void text(Place path, Constraint constraint, String text) {
        boolean mismatch = constraint.mismatches(text);
        if (mismatch && isPath(path)) {
            throw new AwsError(ErrorCode.VALIDATION_ERROR, PATH_TEXT);
        }
        size(path, constraint, text.codePointCount(0, text.length()), "length", text);
        if (mismatch) {
            violation(
                    path,
                    text,
                    "Member must satisfy regular expression pattern: " + constraint.pattern());
        }
        if (constraint.notAllowed(text)) {
            String set = service == Service.STS ? ": " + constraint.values() : "";
            violation(path, text, "Member must satisfy enum value set" + set);
        }
    }

    private static boolean isPath(Place path) {
        return path.parent() == null
                && (path.name().equals("Path") || path.name().equals("NewPath"));
    }

    private void size(
            Place path, Constraint constraint, long size, String what, @Nullable Object shown) {
        if (constraint.tooLarge(size)) {
            violation(
                    path,
                    shown,
                    "Member must have " + what + " less than or equal to " + constraint.most());
        }
        if (constraint.tooSmall(size)) {
            violation(
                    path,
                    shown,
                    "Member must have " + what + " greater than or equal to " + constraint.least());
        }
    }

    private void violation(Place path, @Nullable Object value, String rule) {
        String shown = value == null || service == Service.IAM ? "" : " '" + value + "'";
        violations.add(
                "Value" + shown + " at '" + path + "' failed to satisfy constraint: " + rule);
    }

    /**
     * Where a value stands. It becomes a text only when a message needs it, which good requests
     * never do.
     *
     * @param index of a list's member, from 1; 0 for a member of a structure
     */
    private record Place(@Nullable Place parent, String name, int index) {
        @Override
        public String toString() {
            String own = index > 0 ? index + ".member" : Texts.memberName(name);
            return parent == null ? own : parent + "." + own;
        }
    }
}
