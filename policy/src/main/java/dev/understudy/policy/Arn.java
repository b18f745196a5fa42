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
        if (!text.startsWith(PREFIX)) {
            return null;
        }
        int partition = text.indexOf(':', PREFIX.length());
        int service = partition < 0 ? -1 : text.indexOf(':', partition + 1);
        int region = service < 0 ? -1 : text.indexOf(':', service + 1);
        int account = region < 0 ? -1 : text.indexOf(':', region + 1);
        if (account < 0 || partition == PREFIX.length() || service == partition + 1) {
            return null;
        }
        return new Arn(
                text.substring(PREFIX.length(), partition),
                text.substring(partition + 1, service),
                text.substring(service + 1, region),
                text.substring(region + 1, account),
                text.substring(account + 1));
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
