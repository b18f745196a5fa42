package dev.understudy.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether some ARN fits both a policy's pattern and one of AWS's templates. It says yes wherever it
 * cannot tell. Time is in proportion to pattern times template.
 */
final class TemplateOverlap {
    private static final int PARTS = 6;

    /** So long a pattern names no resource; nobody waits for it. */
    private static final int LONGEST = 4_096;

    private TemplateOverlap() {}

    /**
     * A piece of a template.
     *
     * @param literal the character; 0 if it is a run
     * @param stops characters that the run cannot hold
     */
    private record Piece(char literal, String stops) {}

    /**
     * Every part of an ARN is compared for itself; parts that a pattern leaves out are anything.
     */
    static boolean of(String template, String pattern) {
        if (pattern.length() > LONGEST) {
            return true;
        }
        List<String> wanted = split(pattern);
        List<String> parts = split(template);
        for (int i = 0; i < PARTS; i++) {
            String given = i < wanted.size() ? wanted.get(i) : "*";
            String part = i < parts.size() ? parts.get(i) : "*";
            // What stands for a name is at least one character.
            boolean nothing = given.isEmpty() && part.startsWith("${");
            if (nothing || !meet(pieces(part, i == PARTS - 1), given)) {
                return false;
            }
        }
        return true;
    }

    /** A variable's text is not split, and anything may stand for it. */
    private static List<String> split(String arn) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < arn.length(); i++) {
            int end = arn.startsWith("${", i) ? arn.indexOf('}', i) : -1;
            if (end >= 0) {
                part.append(arn, i, end + 1);
                i = end;
            } else if (arn.charAt(i) == ':' && parts.size() < PARTS - 1) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(arn.charAt(i));
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<Piece> pieces(String part, boolean resource) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < part.length(); i++) {
            if (part.startsWith("${", i)) {
                int end = part.indexOf('}', i);
                String name = part.substring(i + 2, end);
                pieces.add(new Piece('\0', resource ? stops(name) : ":"));
                i = end;
            } else {
                char c = part.charAt(i);
                pieces.add(c == '*' ? new Piece('\0', resource ? "" : ":") : new Piece(c, ""));
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

    /** Both are walked together; a run or a star stays in place while the other goes on. */
    private static boolean meet(List<Piece> template, String pattern) {
        String stars = starsForVariables(pattern);
        boolean[][] reached = new boolean[template.size() + 1][stars.length() + 1];
        reached[0][0] = true;
        for (int i = 0; i <= template.size(); i++) {
            for (int j = 0; j <= stars.length(); j++) {
                if (reached[i][j]) {
                    step(template, stars, reached, i, j);
                }
            }
        }
        return reached[template.size()][stars.length()];
    }

    private static void step(
            List<Piece> template, String pattern, boolean[][] reached, int i, int j) {
        boolean star = j < pattern.length() && pattern.charAt(j) == '*';
        Piece piece = i < template.size() ? template.get(i) : null;
        if (star) {
            reached[i][j + 1] = true;
        }
        if (piece == null) {
            return;
        }
        boolean run = piece.literal() == '\0';
        if (run || star) {
            reached[i + 1][j] |= run || star;
        }
        if (!star && j < pattern.length()) {
            char c = pattern.charAt(j);
            if (run) {
                reached[i][j + 1] |= c == '?' || piece.stops().indexOf(c) < 0;
            } else if (c == '?' || c == piece.literal()) {
                reached[i + 1][j + 1] = true;
            }
        }
    }

    private static String starsForVariables(String pattern) {
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
