package dev.understudy.server.world;

import dev.understudy.server.config.ConfigProblem;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value that was declared somewhere, and the rules of AWS's names.
 *
 * @param place where, for messages
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and
 *     STS quotas</a>
 */
public record DeclaredValue(String place, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9](?:-?[a-z0-9])+");
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
    private static final Pattern KEY_ID = Pattern.compile("[A-Z0-9]{16,128}");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final int MOST_USER_NAME = 64;
    private static final int MOST_PATH = 512;
    private static final int MOST_ALIAS = 63;
    private static final int LEAST_ALIAS = 3;
    private static final int MOST_TAGS = 50;
    private static final int MOST_TAG_KEY = 128;
    private static final int MOST_TAG_VALUE = 256;
    private static final int LEAST_SESSION_SECONDS = 3_600;
    private static final int MOST_SESSION_SECONDS = 43_200;

    ConfigProblem bad(String wanted) {
        return new ConfigProblem("`" + place + "` is `" + value + "`, and must be " + wanted);
    }

    /**
     * Refuses what can be no user's name.
     *
     * @throws ConfigProblem naming the place and the rule
     */
    public void requireUserName() {
        requireName(MOST_USER_NAME);
    }

    void requireName(int most) {
        if (value.length() > most || !NAME.matcher(value).matches()) {
            throw bad("1 to " + most + " letters, digits and any of _+=,.@-");
        }
    }

    void requirePath() {
        if (value.length() > MOST_PATH || !PATH.matcher(value).matches()) {
            throw bad("a path that begins and ends with /");
        }
    }

    void requireNoServiceLinked() {
        if (value.startsWith("/aws-service-role/")) {
            throw bad("another one: service-linked roles are made with CreateServiceLinkedRole");
        }
    }

    void requireAlias() {
        if (value.length() < LEAST_ALIAS
                || value.length() > MOST_ALIAS
                || !ALIAS.matcher(value).matches()
                || ACCOUNT_ID.matcher(value).matches()) {
            throw bad(
                    "3 to 63 small letters, digits and single hyphens between them, and no account"
                            + " id");
        }
    }

    void requireAccessKeyId() {
        if (!KEY_ID.matcher(value).matches()) {
            throw bad("16 to 128 capital letters and digits");
        }
    }

    static void requireTags(String place, Map<String, String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new ConfigProblem("`" + place + ".tags` has more than " + MOST_TAGS + " tags");
        }
        tags.forEach((key, value) -> {
            boolean fits =
                    !key.isEmpty()
                            && key.length() <= MOST_TAG_KEY
                            && value.length() <= MOST_TAG_VALUE
                            && TAG.matcher(key).matches()
                            && TAG.matcher(value).matches();
            if (!fits || key.regionMatches(true, 0, "aws:", 0, 4)) {
                throw new DeclaredValue(place + ".tags." + key, value)
                        .bad(
                                "letters, digits, blanks and any of _.:/=+-@, at most 256; keys at"
                                        + " most 128, and not beginning with aws:");
            }
        });
    }

    static void requireSession(String place, int seconds) {
        if (seconds < LEAST_SESSION_SECONDS || seconds > MOST_SESSION_SECONDS) {
            throw new DeclaredValue(place + ".maxSessionDuration", Integer.toString(seconds))
                    .bad("from 3600 to 43200 seconds");
        }
    }
}
