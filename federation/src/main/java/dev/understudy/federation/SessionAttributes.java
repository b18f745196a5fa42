package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The attributes of an assertion by which it says what session it wants.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">Configure
 *     SAML assertions for the authentication response</a>
 */
final class SessionAttributes {
    private static final String PREFIX = "https://aws.amazon.com/SAML/Attributes/";
    private static final String RESERVED = "/AWSReservedSSO_";
    private static final String TAG = PREFIX + "PrincipalTag:";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_0-9+=,.@-]{2,64}");
    private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{3,5}");
    private static final int LEAST_SECONDS = 900;
    private static final int MOST_SECONDS = 43_200;

    private final Map<String, List<String>> attributes;

    SessionAttributes(Map<String, List<String>> attributes) {
        this.attributes = attributes;
    }

    /** Holds them against the rules, and notes why AWS would not make a session of them. */
    void check(Findings findings) {
        List<String> names = all("RoleSessionName");
        boolean named = !names.isEmpty() && !names.getFirst().isEmpty();
        findings.check(
                "sessionName",
                named && names.size() == 1 && NAME.matcher(names.getFirst()).matches(),
                () -> words(names),
                "one of [a-zA-Z_0-9+=,.@-]{2,64}",
                invalid(
                        named
                                ? "RoleSessionName in AuthnResponse must match"
                                        + " [a-zA-Z_0-9+=,.@-]{2,64}"
                                : "RoleSessionName is required in AuthnResponse"));
        if (findings.ended()) {
            return;
        }
        List<String> sources = all("SourceIdentity");
        findings.check(
                "sourceIdentity",
                sources.size() <= 1 && sources.stream().allMatch(SessionAttributes::isSource),
                () -> words(sources),
                "none, or one of [a-zA-Z_0-9+=,.@-]{2,64} without aws: before it",
                invalid(
                        "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with"
                                + " \"aws:\""));
        if (findings.ended()) {
            return;
        }
        List<String> durations = all("SessionDuration");
        findings.check(
                "duration",
                durations.size() <= 1 && durations.stream().allMatch(SessionAttributes::isDuration),
                () -> words(durations),
                "none, or one from " + LEAST_SECONDS + " to " + MOST_SECONDS + " seconds",
                invalid(
                        "SessionDuration in AuthnResponse must be from "
                                + LEAST_SECONDS
                                + " to "
                                + MOST_SECONDS
                                + " seconds"));
        if (!findings.ended()) {
            boolean valid = validTags();
            findings.check(
                    "tags",
                    valid,
                    () -> valid ? String.valueOf(claims().tags()) : "malformed",
                    "one value for each key, of tags' characters and lengths",
                    invalid("The session tags in the assertion are not valid"));
        }
    }

    private static String words(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    /**
     * Whether they give this role through this provider, and it is none of AWS's own single
     * sign-on, which no provider of an account's may give. The two are named in either order.
     */
    boolean gives(String roleArn, String provider) {
        return !roleArn.contains(RESERVED)
                && roles().stream()
                        .map(pair -> List.of(pair.split(",", -1)))
                        .filter(pair -> pair.size() == 2)
                        .map(pair -> List.of(pair.get(0).strip(), pair.get(1).strip()))
                        .anyMatch(pair ->
                                pair.equals(List.of(roleArn, provider))
                                        || pair.equals(List.of(provider, roleArn)));
    }

    private List<String> all(String name) {
        return attributes.getOrDefault(PREFIX + name, List.of());
    }

    private static boolean isSource(String text) {
        return NAME.matcher(text).matches() && !text.toLowerCase(Locale.ROOT).startsWith("aws:");
    }

    private static boolean isDuration(String text) {
        return SECONDS.matcher(text).matches()
                && Integer.parseInt(text) >= LEAST_SECONDS
                && Integer.parseInt(text) <= MOST_SECONDS;
    }

    /** One value for each key, of tags' characters and lengths, and no key twice in other case. */
    private boolean validTags() {
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, List<String>> attribute : attributes.entrySet()) {
            if (attribute.getKey().startsWith(TAG)) {
                String key = attribute.getKey().substring(TAG.length());
                if (attribute.getValue().size() != 1
                        || !isTag(key, LONGEST_KEY)
                        || key.isEmpty()
                        || !isTag(attribute.getValue().getFirst(), LONGEST_VALUE)
                        || !keys.add(key)) {
                    return false;
                }
            }
        }
        return all("TransitiveTagKeys").stream().allMatch(key -> isTag(key, LONGEST_KEY));
    }

    private static boolean isTag(String text, int longest) {
        return text.length() <= longest && TAG_TEXT.matcher(text).matches();
    }

    String sessionName() {
        return all("RoleSessionName").getFirst();
    }

    /** The most seconds that the provider gives; null if it does not say. */
    @Nullable Integer seconds() {
        List<String> durations = all("SessionDuration");
        return durations.isEmpty() ? null : Integer.valueOf(durations.getFirst());
    }

    /** The pairs of role and provider, as they stand. */
    List<String> roles() {
        return all("Role");
    }

    VerifiedIdentity.SessionClaims claims() {
        Map<String, String> tags = new TreeMap<>();
        attributes.forEach((name, values) -> {
            if (name.startsWith(TAG)) {
                tags.put(name.substring(TAG.length()), values.getFirst());
            }
        });
        List<String> sources = all("SourceIdentity");
        return new VerifiedIdentity.SessionClaims(
                tags,
                Set.copyOf(all("TransitiveTagKeys")),
                sources.isEmpty() ? null : sources.getFirst());
    }

    private static Proof.Unproven invalid(String message) {
        return new Proof.Unproven("InvalidIdentityToken", message);
    }
}
