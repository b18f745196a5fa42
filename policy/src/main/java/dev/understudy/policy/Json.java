package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A JSON value with its place in the text: {@code start} is its first character, {@code end} is
 * after its last.
 */
sealed interface Json {
    int start();

    int end();

    /** An object; members in order, duplicates kept. */
    record JsonObject(int start, int end, List<Member> members) implements Json {
        @Nullable Json get(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return member.value();
                }
            }
            return null;
        }
    }

    /** A member of an object; start is that of its name. */
    record Member(int start, String name, Json value) {}

    /** An array. */
    record JsonArray(int start, int end, List<Json> items) implements Json {}

    /** A string, escapes resolved. */
    record JsonString(int start, int end, String value) implements Json {}

    /** A number, as written. */
    record JsonNumber(int start, int end, String text) implements Json {}

    /** A boolean. */
    record JsonBoolean(int start, int end, boolean value) implements Json {}

    /** The null value. */
    record JsonNull(int start, int end) implements Json {}
}
