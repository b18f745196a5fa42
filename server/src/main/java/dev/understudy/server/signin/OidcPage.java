package dev.understudy.server.signin;

import static dev.understudy.server.signin.Html.escaped;
import static dev.understudy.server.signin.Html.hidden;

import dev.understudy.federation.VerifiedIdentity;
import dev.understudy.server.config.SignInSettings;
import dev.understudy.server.oidc.CodeRequest;

import java.net.URI;
import java.util.List;

/** The pages of OpenID Connect's sign-in, besides those that SAML's has too. */
final class OidcPage {
    private OidcPage() {}

    /** Where one can sign in. The addresses are relative, as a proxy may have moved the page. */
    static String providers(List<SignInSettings> offered) {
        StringBuilder content = new StringBuilder();
        for (SignInSettings offer : offered) {
            String issuer = offer.client().issuer();
            content.append("<a class=\"role\" href=\"")
                    .append(escaped(OidcSignIn.START.substring(1)))
                    .append("?account=")
                    .append(offer.account().digits())
                    .append("&amp;issuer=")
                    .append(escaped(CodeRequest.encoded(issuer)))
                    .append("\"><b>")
                    .append(escaped(String.valueOf(URI.create(issuer).getHost())))
                    .append("</b><small>Account ")
                    .append(offer.account().digits())
                    .append("</small></a>\n");
        }
        return Html.page("Sign in", content.toString());
    }

    /** Asks which role is wanted, of those that would admit the token. */
    static String choices(VerifiedIdentity identity, String token, List<String> arns) {
        StringBuilder content = new StringBuilder();
        content.append("<dl>\n")
                .append(SignInPage.term("You are", identity.subject()))
                .append(SignInPage.term("By", identity.issuer()))
                .append("</dl>\n<form method=\"post\" action=\"role\">\n")
                .append(hidden(OidcSignIn.TOKEN, token))
                .append("<fieldset>\n<legend>Account ")
                .append(escaped(arns.getFirst().split(":")[4]))
                .append("</legend>\n");
        arns.forEach(arn -> content.append(SignInPage.button(OidcSignIn.ROLE, arn, arn)));
        return Html.page("Choose a role", content.append("</fieldset>\n</form>\n").toString());
    }

    /** Says who somebody is whom no role admits, so that they can say whom to admit. */
    static String nothing(VerifiedIdentity identity) {
        return Html.page(
                "There is no role for you",
                "<p>You are signed in, and no role admits you.</p>\n<dl>\n"
                        + SignInPage.term("You are", identity.subject())
                        + SignInPage.term("By", identity.issuer())
                        + SignInPage.term("At", identity.audience())
                        + "</dl>\n");
    }
}
