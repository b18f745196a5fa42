package dev.understudy.server.oidc;

import org.jspecify.annotations.Nullable;

/**
 * What a provider says went wrong, fit to be shown: in one line, not long, and without characters
 * that would steer a terminal or turn the text around. It is whoever calls the redirect URI that
 * says it, so it is quoted, and pages escape it.
 */
final class ProviderWords {
    private static final int MOST = 200;

    private ProviderWords() {}

    static String of(@Nullable String code, @Nullable String description) {
        String words = shown(description);
        return "The identity provider says "
                + shown(code)
                + (words.isEmpty() ? "." : ": \"" + words + "\"");
    }

    private static String shown(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .filter(ProviderWords::isPlain)
                .limit(MOST)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
