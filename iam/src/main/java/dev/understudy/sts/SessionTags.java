package dev.understudy.sts;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.Session;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.Tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tags of a session to be made: those passed, and those that follow from the calling session
 * because they are transitive. Keys are the same whatever their case.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Passing
 *     session tags</a>
 */
final class SessionTags {
    private static final int MOST = 50;

    private final Map<String, String> passed;
    private final Map<String, String> inherited;
    private final List<String> transitiveKeys;

    private SessionTags(
            Map<String, String> passed,
            Map<String, String> inherited,
            List<String> transitiveKeys) {
        this.passed = passed;
        this.inherited = inherited;
        this.transitiveKeys = transitiveKeys;
    }

    static SessionTags of(List<Tag> tags, List<String> transitiveKeys, @Nullable Session caller) {
        Map<String, String> passed = new LinkedHashMap<>();
        tags.forEach(tag -> passed.put(tag.key(), tag.value()));
        SessionTags all = new SessionTags(passed, inheritedFrom(caller), transitiveKeys);
        all.requireNoDuplicates(tags);
        return all;
    }

    static SessionTags ofToken(Map<String, String> tags, Set<String> transitiveKeys) {
        return new SessionTags(tags, Map.of(), List.copyOf(transitiveKeys));
    }

    private static Map<String, String> inheritedFrom(@Nullable Session caller) {
        Map<String, String> inherited = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (caller != null) {
            caller.transitiveTagKeys()
                    .forEach(key -> inherited.put(key, valueOf(caller.tags(), key)));
        }
        return inherited;
    }

    private static String valueOf(Map<String, String> tags, String key) {
        return tags.getOrDefault(key, "");
    }

    /** Whether the session will have tags of its own, so that {@code sts:TagSession} is needed. */
    boolean any() {
        return !passed.isEmpty() || !inherited.isEmpty();
    }

    Map<String, String> passed() {
        return passed;
    }

    List<String> transitiveKeys() {
        return transitiveKeys;
    }

    /** The role's tags as its trust policy sees them: an inherited tag overrides the role's. */
    Map<String, String> over(Map<String, String> roleTags) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(inherited);
        roleTags.forEach(tags::putIfAbsent);
        return tags;
    }

    /** All tags of the session. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(inherited);
        all.putAll(passed);
        return all;
    }

    /** The keys of all tags that will follow further. */
    Set<String> allTransitive() {
        Set<String> keys = new TreeSet<>(inherited.keySet());
        Set<String> wanted = ignoringCase(transitiveKeys);
        passed.keySet().stream().filter(wanted::contains).forEach(keys::add);
        return keys;
    }

    private void requireNoDuplicates(List<Tag> tags) {
        if (ignoringCase(passed.keySet()).size() < tags.size()) {
            throw invalid(
                    "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
    }

    /** Passes, or refuses tags that cannot be. */
    void requireValid() {
        if (!ignoringCase(passed.keySet()).containsAll(transitiveKeys)) {
            throw invalid(
                    "The specified transitive tag key must be included in the requested tags.");
        }
        if (passed.keySet().stream().anyMatch(inherited::containsKey)) {
            throw invalid(
                    "One of the specified transitive tag keys can't be set because it conflicts"
                            + " with a transitive tag key from the calling session.");
        }
        if (passed.keySet().stream()
                .anyMatch(key -> key.toLowerCase(Locale.ROOT).startsWith("aws:"))) {
            throw invalid("Tag keys beginning with aws: are reserved for AWS use.");
        }
        if (passed.size() + inherited.size() > MOST) {
            throw invalid("A session can have at most " + MOST + " tags.");
        }
    }

    private static Set<String> ignoringCase(Iterable<String> keys) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.forEach(set::add);
        return set;
    }

    private static AwsError invalid(String message) {
        return new AwsError(ErrorCode.INVALID_PARAMETER_VALUE, message);
    }
}
