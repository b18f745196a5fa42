package dev.understudy.organizations;

import software.amazon.awssdk.services.organizations.model.Tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tags of an organization's parts; their keys differ by case. */
final class Tags {
    private static final int MOST = 50;

    private Tags() {}

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    /** The tags of a creation, checked; empty if none were given. */
    static Map<String, String> checked(List<Tag> tags) {
        Map<String, String> map = map(tags);
        if (map.size() < tags.size()) {
            throw OrganizationsErrors.invalid(
                    "DUPLICATE_TAG_KEY", "Tag keys must be unique among the tags.");
        }
        for (String key : map.keySet()) {
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw OrganizationsErrors.invalid(
                        "INVALID_SYSTEM_TAGS_PARAMETER",
                        "You can't add, edit, or delete tags that begin with aws:.");
            }
        }
        if (map.size() > MOST) {
            throw OrganizationsErrors.constraint(
                    "MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed.");
        }
        return map;
    }

    /** Those that are there, with these added or overwritten. */
    static Map<String, String> merged(Map<String, String> present, List<Tag> added) {
        Map<String, String> all = new LinkedHashMap<>(present);
        all.putAll(checked(added));
        if (all.size() > MOST) {
            throw OrganizationsErrors.constraint(
                    "MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed.");
        }
        return all;
    }

    static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
