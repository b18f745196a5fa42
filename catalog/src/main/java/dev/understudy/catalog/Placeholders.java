package dev.understudy.catalog;

import java.util.Set;

/**
 * Matches text against AWS's templates: {@code ${Name}} is at least one character, {@code *} any
 * run, the rest literal. It takes time in proportion to text times template, whatever they hold.
 */
final class Placeholders {
    /**
     * Names that their services keep free of slashes and colons. All others may hold them: log
     * groups, secrets, parameters, repositories and paths of IAM do.
     */
    static final Set<String> SIMPLE_NAMES =
            Set.of("BucketName", "TableName", "FunctionName", "TopicName", "QueueName", "KeyId");

    private static final int COLONS_BEFORE_RESOURCE = 5;

    private final String template;
    private final String text;
    private final boolean arn;

    /** The ends of what the template's first part can have matched. */
    private boolean[] reached;

    private Placeholders(String template, String text, boolean arn) {
        this.template = template;
        this.text = text;
        this.arn = arn;
        reached = new boolean[text.length() + 1];
        reached[0] = true;
    }

    /** Before an ARN's resource part no placeholder reaches over a colon. */
    static boolean matchArn(String template, String arn) {
        return prefixFits(template, arn) && new Placeholders(template, arn, true).match();
    }

    /** Without regard to case. */
    static boolean matchKey(String template, String key) {
        return prefixFits(template, key) && new Placeholders(template, key, false).match();
    }

    /** Whether the text begins as the template does, in any case: most templates end here. */
    private static boolean prefixFits(String template, String text) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '*' || c == '$') {
                return true;
            }
            if (i == text.length() || Names.lower(c) != Names.lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the literal text that begins here ends. */
    private static int literalEnd(String template, int from) {
        int at = from;
        while (at < template.length()
                && template.charAt(at) != '*'
                && !template.startsWith("${", at)) {
            at++;
        }
        return at;
    }

    private boolean match() {
        int at = 0;
        while (at < template.length()) {
            boolean inResource = !arn || colonsBefore(at) >= COLONS_BEFORE_RESOURCE;
            int end = literalEnd(template, at);
            if (end > at) {
                literal(template.substring(at, end));
            } else if (template.charAt(at) == '*') {
                run(0, inResource ? "" : ":");
                end = at + 1;
            } else {
                end = template.indexOf('}', at) + 1;
                run(1, stops(template.substring(at + 2, end - 1), inResource));
            }
            at = end;
        }
        return reached[text.length()];
    }

    private long colonsBefore(int end) {
        return template.substring(0, end).chars().filter(c -> c == ':').count();
    }

    private String stops(String name, boolean inResource) {
        if (!inResource) {
            return ":";
        }
        return arn && SIMPLE_NAMES.contains(name) ? ":/" : "";
    }

    private void literal(String wanted) {
        boolean[] next = new boolean[reached.length];
        for (int i = 0; i + wanted.length() <= text.length(); i++) {
            next[i + wanted.length()] = reached[i] && same(wanted, i);
        }
        reached = next;
    }

    private boolean same(String wanted, int from) {
        if (arn) {
            return text.startsWith(wanted, from);
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (Names.lower(wanted.charAt(i)) != Names.lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private void run(int least, String stops) {
        boolean[] next = new boolean[reached.length];
        boolean running = false;
        for (int i = 0; i <= text.length(); i++) {
            running = running && stops.indexOf(text.charAt(i - 1)) < 0;
            next[i] = running || (least == 0 && reached[i]);
            running |= reached[i];
        }
        reached = next;
    }
}
