package dev.understudy.iam.patterns;

import dev.understudy.directory.Tagged;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WritingCall;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.Tag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tags of entities. The keys of users and roles are the same whatever their case; those of all
 * others are not.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">Tags for IAM
 *     resources</a>
 */
public final class Tagging {
    private Tagging() {}

    /**
     * What TagX asks for: the action on the entity, with the tags of the request as condition keys.
     */
    public static <E extends Tagged> Access tagAccess(
            String action, Family<E> family, String name, List<Tag> tags, AuthenticatedCall call) {
        return Access.permission(family.check(action, name, call).withRequestTags(map(tags)));
    }

    /** What UntagX asks for: the action on the entity, with the keys as condition key. */
    public static <E extends Tagged> Access untagAccess(
            String action,
            Family<E> family,
            String name,
            List<String> keys,
            AuthenticatedCall call) {
        return Access.permission(family.check(action, name, call).with("aws:TagKeys", keys));
    }

    /** Adds the tags, overwriting those of the same key. */
    public static <E extends Tagged> void tag(
            Family<E> family, String name, List<Tag> tags, boolean ignoringCase, WritingCall call) {
        E entity = family.get(call.account(), name);
        Map<String, String> added = checked(tags, ignoringCase, call);
        Map<String, String> all = merged(entity.tags(), added, ignoringCase);
        requireFew(all, call);
        call.put(entity.withTags(all));
    }

    /** Removes the tags of these keys; keys that are not there are passed over. */
    public static <E extends Tagged> void untag(
            Family<E> family,
            String name,
            List<String> keys,
            boolean ignoringCase,
            WritingCall call) {
        E entity = family.get(call.account(), name);
        Map<String, String> rest = new LinkedHashMap<>(entity.tags());
        rest.keySet()
                .removeIf(key -> keys.stream().anyMatch(gone -> same(key, gone, ignoringCase)));
        call.put(entity.withTags(rest));
    }

    /** The tags of a creation, checked; empty if none were given. */
    public static Map<String, String> checked(
            List<Tag> tags, boolean ignoringCase, AuthenticatedCall call) {
        Map<String, String> map = new LinkedHashMap<>();
        TreeSet<String> seen =
                ignoringCase ? new TreeSet<>(String.CASE_INSENSITIVE_ORDER) : new TreeSet<>();
        for (Tag tag : tags) {
            if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw InvalidInput.because(
                        "Tag keys beginning with aws: are reserved for AWS use.");
            }
            if (!seen.add(tag.key())) {
                throw InvalidInput.duplicateTagKeys(ignoringCase);
            }
            map.put(tag.key(), tag.value());
        }
        requireFew(map, call);
        return map;
    }

    private static void requireFew(Map<String, String> tags, AuthenticatedCall call) {
        if (tags.size() > call.quota(Quota.TAGS_PER_RESOURCE)) {
            throw LimitExceeded.tags();
        }
    }

    private static Map<String, String> merged(
            Map<String, String> present, Map<String, String> added, boolean ignoringCase) {
        Map<String, String> all = new LinkedHashMap<>(present);
        added.forEach((key, value) -> all.put(keyOf(all, key, ignoringCase), value));
        return all;
    }

    /**
     * The spelling under which a key is already there; a tag keeps the case it was first written
     * in.
     */
    private static String keyOf(Map<String, String> tags, String key, boolean ignoringCase) {
        for (String present : tags.keySet()) {
            if (same(present, key, ignoringCase)) {
                return present;
            }
        }
        return key;
    }

    private static boolean same(String one, String other, boolean ignoringCase) {
        return ignoringCase ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    /** Tags as a map; a key given twice keeps its last value, for what only looks. */
    public static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    /** Tags as the SDK's list; null where AWS leaves the member out because there are none. */
    public static @Nullable List<Tag> listOrAbsent(Map<String, String> tags) {
        return tags.isEmpty() ? null : list(tags.entrySet());
    }

    /** A page of tags. */
    public static Paging.Page<Tag> page(
            Map<String, String> tags, @Nullable Integer maxItems, @Nullable String marker) {
        Map<String, String> sorted = new TreeMap<>(Paging.ORDER);
        sorted.putAll(tags);
        return Paging.page(list(sorted.entrySet()), Tag::key, maxItems, marker);
    }

    private static List<Tag> list(Collection<Map.Entry<String, String>> tags) {
        return tags.stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
