package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonBoolean;
import dev.understudy.policy.Json.JsonNumber;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import java.util.List;

/**
 * One operator on one key.
 *
 * @param block the object that holds the operator's keys
 */
record ConditionView(
        StatementView statement,
        Member operatorMember,
        OperatorName operator,
        JsonObject block,
        Member keyMember) {

    String key() {
        return keyMember.name();
    }

    String lowerKey() {
        return Words.lower(keyMember.name());
    }

    /** Items of an array, or the one value. */
    List<Json> values() {
        return StatementView.items(keyMember.value());
    }

    /** The values as text; what is neither string, number nor boolean is left out. */
    List<String> texts() {
        return values().stream().filter(ConditionView::isScalar).map(ConditionView::text).toList();
    }

    static boolean isScalar(Json value) {
        return value instanceof JsonString
                || value instanceof JsonNumber
                || value instanceof JsonBoolean;
    }

    static String text(Json value) {
        return switch (value) {
            case JsonString string -> string.value();
            case JsonNumber number -> number.text();
            case JsonBoolean bool -> Boolean.toString(bool.value());
            default -> "";
        };
    }

    Span keySpan() {
        return Span.ofName(keyMember);
    }

    Span operatorSpan() {
        return Span.ofName(operatorMember);
    }
}
