package dev.understudy.server.signin;

import static dev.understudy.server.signin.Html.escaped;
import static dev.understudy.server.signin.Html.hidden;

import dev.understudy.federation.UnverifiedRoles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of the sign-in. They work without scripts, and have none. */
final class SignInPage {
    private SignInPage() {}

    static String problem(String text) {
        return Html.page("You are not signed in", "<p>" + escaped(text) + "</p>\n");
    }

    static String refusal(AssumedRole.Refused refused) {
        return refusal(
                refused,
                "What an identity provider says is good for five minutes, and once. To try again,"
                        + " sign in there anew.");
    }

    static String refusal(AssumedRole.Refused refused, String advice) {
        return Html.page(
                "You are not signed in",
                "<p>"
                        + escaped(refused.message())
                        + "</p>\n<dl>\n"
                        + term("Error", refused.code())
                        + term("Request", refused.requestId())
                        + "</dl>\n<p>"
                        + escaped(advice)
                        + "</p>\n");
    }

    /** Asks which role is wanted; for its ARN where the claims cannot be read here. */
    static String choices(String response, List<UnverifiedRoles.Claimed> roles) {
        StringBuilder content = new StringBuilder("<form method=\"post\">\n");
        content.append(hidden(SignInForm.RESPONSE, response));
        if (roles.isEmpty()) {
            content.append(inputs());
        }
        byAccount(roles)
                .forEach((account, claimed) -> {
                    content.append("<fieldset>\n<legend>Account ").append(escaped(account));
                    content.append("</legend>\n");
                    claimed.forEach(role -> content.append(button(role)));
                    content.append("</fieldset>\n");
                });
        return Html.page("Choose a role", content.append("</form>\n").toString());
    }

    private static Map<String, List<UnverifiedRoles.Claimed>> byAccount(
            List<UnverifiedRoles.Claimed> roles) {
        Map<String, List<UnverifiedRoles.Claimed>> byAccount = new LinkedHashMap<>();
        for (UnverifiedRoles.Claimed role : roles) {
            byAccount
                    .computeIfAbsent(role.roleArn().split(":")[4], account -> new ArrayList<>())
                    .add(role);
        }
        return byAccount;
    }

    private static String button(UnverifiedRoles.Claimed role) {
        return button(SignInForm.CHOICE, role.roleArn() + "," + role.providerArn(), role.roleArn());
    }

    static String button(String name, String value, String arn) {
        return "<button class=\"role\" name=\""
                + name
                + "\" value=\""
                + escaped(value)
                + "\"><b>"
                + escaped(arn.substring(arn.lastIndexOf('/') + 1))
                + "</b><small>"
                + escaped(arn)
                + "</small></button>\n";
    }

    private static String inputs() {
        return "<p>Your identity provider sent the roles encrypted.</p>\n"
                + input("ARN of the role", SignInForm.ROLE)
                + input("ARN of the identity provider", SignInForm.PROVIDER)
                + "<button class=\"go\">Continue</button>\n";
    }

    private static String input(String label, String name) {
        return "<label>"
                + label
                + "<input name=\""
                + name
                + "\" required autocomplete=\"off\" spellcheck=\"false\"></label>\n";
    }

    /** Hands out credentials, and says whose they are, so that nobody uses another's unawares. */
    static String credentials(String roleArn, AssumedRole.Granted granted, String url) {
        return Html.page(
                "Credentials of " + roleArn.substring(roleArn.lastIndexOf('/') + 1),
                "<dl>\n"
                        + term("You are", granted.subject())
                        + term("By", granted.issuer())
                        + term("Session", granted.sessionArn())
                        + term("Until", granted.expiration())
                        + "</dl>\n<p>They are shown once. Whoever has them can act as you.</p>\n"
                        + form("Linux and macOS shells", CredentialForms.bash(granted, url))
                        + form("PowerShell", CredentialForms.powerShell(granted, url))
                        + form("~/.aws/credentials", CredentialForms.profile(granted))
                        + form("JSON of credential_process", CredentialForms.process(granted)));
    }

    private static String form(String title, String text) {
        return "<h2>"
                + escaped(title)
                + "</h2>\n<pre tabindex=\"0\" aria-label=\""
                + escaped(title)
                + "\">"
                + escaped(text)
                + "</pre>\n";
    }

    static String term(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + escaped(value) + "</dd>\n";
    }
}
