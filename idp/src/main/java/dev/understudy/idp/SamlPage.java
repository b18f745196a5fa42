package dev.understudy.idp;

import java.util.List;

/** The page where one chooses whom to be. */
final class SamlPage {
    static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Test identity provider</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto;
              padding: 0 1rem }
            h1 { font-size: 1.5rem; line-height: 1.25 }
            .note { border-left: .25rem solid #b45309; padding-left: .75rem }
            button { display: block; width: 100%; margin: .75rem 0; padding: .75rem 1rem; font: inherit;
              text-align: left; border: 1px solid #767676; border-radius: .5rem; background: none;
              color: inherit; cursor: pointer }
            button:hover, button:focus-visible { outline: 3px solid #2563eb; outline-offset: 1px }
            label { display: block; margin: 1.5rem 0 .75rem }
            input { display: block; width: 100%; box-sizing: border-box; font: inherit;
              padding: .5rem; border: 1px solid #767676; border-radius: .35rem }
            strong, small { display: block; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            <main>
            <h1>Who do you want to be?</h1>
            """;

    private SamlPage() {}

    /** A user, and the response that says one is it: base64. */
    record Choice(SamlUser user, String response) {}

    static String of(String entityId, String consumer, String relayState, List<Choice> choices) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<p class=\"note\">A test identity provider, for development only. It asks")
                .append(" for no password.</p>\n<p>");
        page.append(escaped(entityId)).append(" signs you in at ").append(escaped(consumer));
        page.append(". A choice is good for five minutes; reload the page after that.</p>\n");
        if (choices.isEmpty()) {
            page.append("<p>There is nobody: start <code>understudy idp serve</code> with")
                    .append(" <code>--user NAME=ROLEARN,PROVIDERARN</code>.</p>\n");
        }
        for (Choice choice : choices) {
            page.append("<form method=\"post\" action=\"").append(escaped(consumer)).append("\">");
            hidden(page, "SAMLResponse", choice.response());
            if (!relayState.isEmpty()) {
                hidden(page, "RelayState", relayState);
            }
            page.append("<button><strong>").append(escaped(choice.user().name()));
            page.append("</strong>");
            for (String role : choice.user().roles()) {
                page.append("<small>")
                        .append(escaped(role.substring(0, role.indexOf(','))))
                        .append("</small>");
            }
            page.append("</button></form>\n");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    static void hidden(StringBuilder page, String name, String value) {
        page.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
        page.append(escaped(value)).append("\">");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
