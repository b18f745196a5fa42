package dev.understudy.policy;

import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import org.jspecify.annotations.Nullable;

import java.util.function.BiFunction;

/** Changes the text of a statement in one place and leaves the rest to the letter. */
final class StatementEdit {
    private StatementEdit() {}

    /** With this text in a list, or as the one value, replaced; null if it is not there. */
    static @Nullable String replaced(
            String statement, String element, String old, String replacement) {
        return edited(
                statement,
                (text, object) -> {
                    Json value = object.get(element);
                    JsonString found = value == null ? null : find(value, old);
                    return found == null
                            ? null
                            : splice(
                                    text, found.start(), found.end(), JsonText.string(replacement));
                });
    }

    /** With one more text in the list of this element; null if there is no such element. */
    static @Nullable String added(String statement, String element, String more) {
        return edited(
                statement,
                (text, object) -> {
                    Json value = object.get(element);
                    return value == null ? null : appended(text, value, more);
                });
    }

    /** With one more condition; null if the statement's conditions are no object. */
    static @Nullable String condition(
            String statement, String operator, String key, String wanted) {
        return edited(statement, (text, object) -> condition(text, object, operator, key, wanted));
    }

    /** With an operator of one key renamed; null if it has others. */
    static @Nullable String renamed(String statement, String operator, String other) {
        return edited(
                statement,
                (text, object) -> {
                    Json block = object.get("Condition");
                    Member member = block == null ? null : member(block, operator);
                    if (member == null
                            || !(member.value() instanceof JsonObject)
                            || ((JsonObject) member.value()).members().size() != 1) {
                        return null;
                    }
                    int colon = text.indexOf(':', member.start() + operator.length());
                    return splice(text, member.start(), colon, JsonText.string(other));
                });
    }

    private static @Nullable String condition(
            String text, JsonObject object, String operator, String key, String wanted) {
        String pair = JsonText.string(key) + ":" + JsonText.string(wanted);
        String whole = JsonText.string(operator) + ":{" + pair + "}";
        Json block = object.get("Condition");
        if (block == null) {
            return splice(
                    text, object.end() - 1, object.end() - 1, ",\"Condition\":{" + whole + "}");
        }
        if (!(block instanceof JsonObject)) {
            return null;
        }
        Member present = member(block, operator);
        if (present == null) {
            return inserted(text, (JsonObject) block, whole);
        }
        if (!(present.value() instanceof JsonObject)) {
            return null;
        }
        JsonObject keys = (JsonObject) present.value();
        for (Member member : keys.members()) {
            if (Ascii.lower(member.name()).equals(Ascii.lower(key))) {
                return appended(text, member.value(), wanted);
            }
        }
        return inserted(text, keys, pair);
    }

    private static String inserted(String text, JsonObject object, String member) {
        String comma = object.members().isEmpty() ? "" : ",";
        return splice(text, object.start() + 1, object.start() + 1, member + comma);
    }

    private static String appended(String text, Json value, String more) {
        String item = JsonText.string(more);
        if (value instanceof JsonArray) {
            String comma = ((JsonArray) value).items().isEmpty() ? "" : ",";
            return splice(text, value.start() + 1, value.start() + 1, item + comma);
        }
        String list = "[" + text.substring(value.start(), value.end()) + "," + item + "]";
        return splice(text, value.start(), value.end(), list);
    }

    private static @Nullable JsonString find(Json value, String wanted) {
        if (value instanceof JsonString) {
            return ((JsonString) value).value().equals(wanted) ? (JsonString) value : null;
        }
        if (value instanceof JsonArray) {
            for (Json item : ((JsonArray) value).items()) {
                JsonString found = item instanceof JsonString ? find(item, wanted) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Member member(Json block, String name) {
        if (block instanceof JsonObject) {
            for (Member member : ((JsonObject) block).members()) {
                if (member.name().equals(name)) {
                    return member;
                }
            }
        }
        return null;
    }

    private static @Nullable String edited(
            String statement, BiFunction<String, JsonObject, @Nullable String> edit) {
        try {
            Json json = JsonParser.parse(statement);
            return json instanceof JsonObject ? edit.apply(statement, (JsonObject) json) : null;
        } catch (JsonParser.Malformed malformed) {
            return null;
        }
    }

    private static String splice(String text, int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
