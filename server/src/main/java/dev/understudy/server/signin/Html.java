package dev.understudy.server.signin;

import dev.understudy.signature.HttpHeader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** What all pages of the sign-in have in common. */
final class Html {
    private static final String STYLE =
            """

            :root { color-scheme: light dark; --line: #767676; --focus: #2563eb; --soft: #8881 }
            * { box-sizing: border-box }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1rem }
            main { max-width: 44rem; margin: 0 auto }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem }
            h2 { font-size: 1.1rem; margin: 2rem 0 .25rem }
            p { margin: .5rem 0 }
            fieldset { border: 0; margin: 1.5rem 0; padding: 0; min-width: 0 }
            legend { font-weight: 600; padding: 0 }
            .role, .go { display: block; width: 100%; margin: .5rem 0; padding: .7rem 1rem;
              font: inherit; text-align: left; color: inherit; text-decoration: none; background: var(--soft);
              border: 1px solid var(--line); border-radius: .5rem; cursor: pointer }
            .role:hover, .go:hover { border-color: var(--focus) }
            :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
            .role b, .role small { display: block; overflow-wrap: anywhere }
            label { display: block; margin: .75rem 0; font-weight: 600 }
            input { display: block; width: 100%; font: inherit; padding: .5rem;
              border: 1px solid var(--line); border-radius: .35rem }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0 }
            dt { font-weight: 600 }
            dd { margin: 0; overflow-wrap: anywhere }
            pre { margin: .5rem 0; padding: .75rem 1rem; background: var(--soft);
              border: 1px solid var(--line); border-radius: .5rem; font: .85rem/1.5 ui-monospace, monospace;
              white-space: pre-wrap; overflow-wrap: anywhere; max-height: 16rem; overflow-y: auto }
            @media (max-width: 30rem) { dl { display: block } dd { margin-bottom: .5rem } }
            """;

    /**
     * Nothing is kept, framed, run or fetched, and the page tells nobody where somebody came from.
     */
    static final List<HttpHeader> HEADERS =
            List.of(
                    new HttpHeader("Content-Type", "text/html; charset=utf-8"),
                    new HttpHeader("Cache-Control", "no-store"),
                    new HttpHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'sha256-"
                                    + digest()
                                    + "'; form-action 'self'; base-uri 'none'; frame-ancestors"
                                    + " 'none'"),
                    new HttpHeader("X-Frame-Options", "DENY"),
                    new HttpHeader("X-Content-Type-Options", "nosniff"),
                    new HttpHeader("Referrer-Policy", "no-referrer"),
                    new HttpHeader("Cross-Origin-Opener-Policy", "same-origin"));

    private Html() {}

    static String page(String title, String content) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>"
                + escaped(title)
                + " - Understudy</title>\n<style>"
                + STYLE
                + "</style>\n</head>\n<body>\n<main>\n<h1>"
                + escaped(title)
                + "</h1>\n"
                + content
                + "</main>\n</body>\n</html>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">\n";
    }

    private static String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(sha256.digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
