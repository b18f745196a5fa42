package dev.understudy.idp;

import static dev.understudy.idp.SamlPage.escaped;
import static dev.understudy.idp.SamlPage.hidden;

import java.util.List;

/** The page where one chooses whom to be, or refuses. */
final class CodePage {
    private CodePage() {}

    static String of(String issuer, CodeRequest request, List<String> users) {
        StringBuilder page = new StringBuilder(SamlPage.HEAD);
        page.append("<p class=\"note\">A test identity provider, for development only. It asks")
                .append(" for no password.</p>\n<p>")
                .append(escaped(issuer))
                .append(" signs you in at ")
                .append(escaped(request.client().id()))
                .append(", which gets the answer at ")
                .append(escaped(request.redirectUri()))
                .append(".</p>\n");
        for (String user : users) {
            form(page, request);
            page.append("<button name=\"subject\" value=\"")
                    .append(escaped(user))
                    .append("\"><strong>")
                    .append(escaped(user))
                    .append("</strong></button></form>\n");
        }
        form(page, request);
        page.append("<label>Somebody else<input name=\"subject\" required maxlength=\"255\"")
                .append(" autocomplete=\"off\" spellcheck=\"false\"></label>\n")
                .append("<button>Sign in</button></form>\n");
        form(page, request);
        page.append("<button name=\"refuse\" value=\"true\">Refuse</button></form>\n");
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void form(StringBuilder page, CodeRequest request) {
        page.append("<form method=\"post\" action=\"authorize\">");
        request.form().forEach((name, value) -> hidden(page, name, value));
    }
}
