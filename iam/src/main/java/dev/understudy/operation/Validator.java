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
        validator.structure("", shape, input);
        int count = validator.violations.size();
        if (count > 0) {
            throw new AwsError(
                    ErrorCode.VALIDATION_ERROR,
                    count
                            + (count == 1
                                    ? " validation error detected: "
                                    : " validation errors detected: ")
                            + String.join("; ", validator.violations));
        }
    }

    private void structure(String prefix, String shape, SdkPojo pojo) {
        Map<String, Constraint> constraints = Constraints.of(shape);
        for (SdkField<?> field : pojo.sdkFields()) {
            String name = field.locationName();
            Object value = field.getValueOrDefault(pojo);
            boolean absent =
                    value == null
                            || value instanceof SdkAutoConstructList
                            || value instanceof SdkAutoConstructMap;
            member(prefix + Texts.memberName(name), name, constraints, absent ? null : value);
        }
    }

    private void member(
            String path, String name, Map<String, Constraint> constraints, @Nullable Object value) {
        Constraint constraint = constraints.get(name);
        if (value == null) {
            if (constraint != null && constraint.required()) {
                violations.add(
                        "Value null at '"
                                + path
                                + "' failed to satisfy constraint: Member must not be null");
            }
            return;
        }
        if (constraint != null) {
            scalar(path, constraint, value);
        }
        if (value instanceof Collection<?> list) {
            members(path, constraints.get(name + "[]"), list);
        } else if (value instanceof SdkPojo nested) {
            structure(path + ".", nested.getClass().getSimpleName(), nested);
        }
    }

    private void members(String path, @Nullable Constraint constraint, Collection<?> list) {
        int index = 0;
        for (Object item : list) {
            index++;
            if (item instanceof SdkPojo nested) {
                structure(
                        path + "." + index + ".member.", nested.getClass().getSimpleName(), nested);
            } else if (constraint != null) {
                scalar(path + "." + index + ".member", constraint, item);
            }
        }
    }

    private void scalar(String path, Constraint constraint, Object value) {
        switch (value) {
            case String text -> text(path, constraint, text);
            case Number number -> size(path, constraint, number.longValue(), "value", number);
            case Collection<?> list -> size(path, constraint, list.size(), "length", null);
            default -> {
                // Structures are held against their own members; nothing else is bounded.
            }
        }
    }

    private void text(String path, Constraint constraint, String text) {
        if (constraint.mismatches(text) && isPath(path)) {
            throw new AwsError(ErrorCode.VALIDATION_ERROR, PATH_TEXT);
        }
        size(path, constraint, text.codePointCount(0, text.length()), "length", text);
        if (constraint.mismatches(text)) {
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

    private static boolean isPath(String path) {
        return path.equals("path") || path.equals("newPath");
    }

    private void size(
            String path, Constraint constraint, long size, String what, @Nullable Object shown) {
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

    private void violation(String path, @Nullable Object value, String rule) {
        String shown = value == null || service == Service.IAM ? "" : " '" + value + "'";
        violations.add(
                "Value" + shown + " at '" + path + "' failed to satisfy constraint: " + rule);
    }
}
