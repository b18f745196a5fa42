package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether some ARN fits both a policy's pattern and one of AWS's templates. It says yes wherever it
 * cannot tell. Time is in proportion to pattern times template.
 */
final class TemplateOverlap {
    private static final int PARTS = 6;

    /** So long a pattern names no resource; nobody waits for it. */
    private static final int LONGEST = 4_096;

    /** As many as AWS has resource types. */
    private static final Map<String, List<List<Piece>>> TEMPLATES = new ConcurrentHashMap<>();

    private TemplateOverlap() {}

    /**
     * A piece of a template.
     *
     * @param literal the character; 0 if it is a run
     * @param least how many characters there are at least
     * @param stops characters that a run cannot hold
     */
    private record Piece(char literal, int least, String stops) {
        private boolean isRun() {
            return literal == '\0';
        }
    }

    /** Each part of an ARN is compared for itself; parts that a pattern leaves out are anything. */
    static boolean of(String template, String pattern) {
        if (pattern.length() > LONGEST) {
            return true;
        }
        List<String> wanted = split(pattern);
        List<List<Piece>> parts = TEMPLATES.computeIfAbsent(template, TemplateOverlap::parts);
        for (int i = 0; i < PARTS; i++) {
            if (!meet(parts.get(i), i < wanted.size() ? wanted.get(i) : "*")) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Piece>> parts(String template) {
        List<String> texts = split(template);
        List<List<Piece>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(pieces(i < texts.size() ? texts.get(i) : "*", i == PARTS - 1));
        }
        return parts;
    }

    /** A variable's text is not split, and anything may stand for it. */
    private static List<String> split(String arn) {
        List<String> parts = new ArrayList<>(PARTS);
        int start = 0;
        for (int i = 0; i < arn.length() && parts.size() < PARTS - 1; i++) {
            int end = arn.startsWith("${", i) ? arn.indexOf('}', i) : -1;
            if (end >= 0) {
                i = end;
            } else if (arn.charAt(i) == ':') {
                parts.add(arn.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(arn.substring(start));
        return parts;
    }

    private static List<Piece> pieces(String part, boolean resource) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < part.length(); i++) {
            if (part.startsWith("${", i)) {
                int end = part.indexOf('}', i);
                String name = part.substring(i + 2, end);
                pieces.add(new Piece('\0', 1, resource ? stops(name) : ":"));
                i = end;
            } else if (part.charAt(i) == '*') {
                pieces.add(new Piece('\0', 0, resource ? "" : ":"));
            } else {
                pieces.add(new Piece(part.charAt(i), 1, ""));
            }
        }
        return pieces;
    }

    /** A function's name may bring its version along, though AWS's templates do not say so. */
    private static String stops(String name) {
        if (name.equals("FunctionName")) {
            return "/";
        }
        return Placeholders.SIMPLE_NAMES.contains(name) ? ":/" : "";
    }

    private static boolean meet(List<Piece> template, String pattern) {
        if (pattern.equals("*")) {
            return true;
        }
        if (pattern.isEmpty()) {
            return template.stream().allMatch(piece -> piece.least() == 0);
        }
        return walk(template, starsForVariables(pattern));
    }

    /**
     * Both are walked together; a run or a star stays in place while the other goes on. A run may
     * be passed without a character, which says yes a little too often.
     */
    private static boolean walk(List<Piece> template, String pattern) {
        int length = pattern.length();
        boolean[] reached = new boolean[length + 1];
        reached[0] = true;
        for (int i = 0; i <= template.size(); i++) {
            Piece piece = i < template.size() ? template.get(i) : null;
            boolean[] next = new boolean[length + 1];
            for (int j = 0; j <= length; j++) {
                if (reached[j]) {
                    step(piece, pattern, j, reached, next);
                }
            }
            if (piece == null) {
                return reached[length];
            }
            reached = next;
        }
        return false;
    }

    private static void step(
            @Nullable Piece piece, String pattern, int j, boolean[] reached, boolean[] next) {
        boolean more = j < pattern.length();
        boolean star = more && pattern.charAt(j) == '*';
        if (star) {
            reached[j + 1] = true;
        }
        if (piece == null) {
            return;
        }
        next[j] |= piece.isRun() || star;
        if (more && !star) {
            char c = pattern.charAt(j);
            if (piece.isRun()) {
                reached[j + 1] |= c == '?' || piece.stops().indexOf(c) < 0;
            } else {
                next[j + 1] |= c == '?' || c == piece.literal();
            }
        }
    }

    private static String starsForVariables(String pattern) {
        if (!pattern.contains("${") && !pattern.contains("**")) {
            return pattern;
        }
        StringBuilder stars = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            int end = pattern.startsWith("${", i) ? pattern.indexOf('}', i) : -1;
            char c = end >= 0 ? '*' : pattern.charAt(i);
            i = end >= 0 ? end : i;
            boolean repeated =
                    c == '*' && !stars.isEmpty() && stars.charAt(stars.length() - 1) == '*';
            if (!repeated) {
                stars.append(c);
            }
        }
        return stars.toString();
    }
}
