package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A JSON value with its place in the text: {@code start} is the offset of its first character,
 * {@code end} the one after its last. Immutable. {@link PolicyText} gives it of a policy.
 */
public sealed interface Json {
    /**
     * The value in this text, read strictly: no name twice in an object, at most 32 levels, no half
     * characters, nothing after the end.
     *
     * @return null if the text is not such JSON
     */
    static @Nullable Json read(String text) {
        try {
            return JsonParser.parse(text);
        } catch (JsonParser.Malformed malformed) {
            return null;
        }
    }

    /** The offset of its first character. */
    int start();

    /** The offset after its last character. */
    int end();

    /** An object; members in order, duplicates kept. */
    record JsonObject(int start, int end, List<Member> members) implements Json {
        /** The value of this name; null if the object has none. */
        public @Nullable Json get(String name) {
            Member member = member(name);
            return member == null ? null : member.value();
        }

        /** The member of this name; null if there is none. */
        public @Nullable Member member(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return member;
                }
            }
            return null;
        }
    }

    /**
     * A member of an object.
     *
     * @param start of its name, which is a string with quotes
     * @param nameEnd after its name
     */
    record Member(int start, int nameEnd, String name, Json value) {}

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
