package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/**
 * An Amazon resource name: {@code arn:partition:service:region:account:resource}.
 *
 * @param region empty for global services
 * @param account empty for resources without one
 * @param resource the rest, colons and slashes included
 */
public record Arn(
        String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;
    private static final String PREFIX = "arn:";

    /** The ARN in this text; IllegalArgumentException if it is none. */
    public static Arn parse(String text) {
        Arn arn = parseOrNull(text);
        if (arn == null) {
            throw new IllegalArgumentException("`" + text + "` is no ARN");
        }
        return arn;
    }

    /** The ARN in this text; null if it is none. */
    public static @Nullable Arn parseOrNull(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS
                || !parts[0].equals("arn")
                || parts[1].isEmpty()
                || parts[2].isEmpty()) {
            return null;
        }
        return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** Whether the text is an ARN, found out without reading it. */
    static boolean isArn(String text) {
        int service = text.indexOf(':', PREFIX.length());
        return text.startsWith(PREFIX)
                && service > PREFIX.length()
                && text.indexOf(':', service + 1) > service + 1
                && ArnPattern.resourceStart(text) >= 0;
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
