package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.Member;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Makes edits that leave JSON behind. */
final class Edits {
    private Edits() {}

    static Edit replace(Json value, String text) {
        return new Edit(value.start(), value.end(), string(text));
    }

    static Edit rename(Member member, String name) {
        return new Edit(member.start(), member.nameEnd(), string(name));
    }

    /** Puts a member in front of an object's others; the value is JSON. */
    static Edit insert(JsonObject object, String name, String value) {
        String more = object.members().isEmpty() ? "" : ", ";
        int at = object.start() + 1;
        return new Edit(at, at, string(name) + ": " + value + more);
    }

    /** Takes a member out, with its comma. */
    static Edit remove(JsonObject object, Member member) {
        List<Member> members = object.members();
        int at = members.indexOf(member);
        if (at + 1 < members.size()) {
            return new Edit(member.start(), members.get(at + 1).start(), "");
        }
        int from = at == 0 ? member.start() : members.get(at - 1).value().end();
        return new Edit(from, member.value().end(), "");
    }

    /** Takes an item out, with its comma; null if it is the only one, or stands alone. */
    static @Nullable Edit remove(@Nullable Json list, Json item) {
        if (!(list instanceof JsonArray array) || array.items().size() < 2) {
            return null;
        }
        List<Json> items = array.items();
        int at = indexOf(items, item);
        if (at < 0) {
            return null;
        }
        return at + 1 < items.size()
                ? new Edit(item.start(), items.get(at + 1).start(), "")
                : new Edit(items.get(at - 1).end(), item.end(), "");
    }

    /** They are in the order of the text. */
    private static int indexOf(List<Json> items, Json item) {
        int low = 0;
        int high = items.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compare(items.get(middle).start(), item.start());
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1;
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
