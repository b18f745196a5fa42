package dev.understudy.server.signin;

import dev.understudy.federation.UnverifiedRoles;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form that identity providers post, and the page after them. */
final class SignInForm {
    static final String RESPONSE = "SAMLResponse";
    static final String RELAY_STATE = "RelayState";

    /** The role and its provider, with a comma between them. */
    static final String CHOICE = "choice";

    static final String ROLE = "roleArn";
    static final String PROVIDER = "providerArn";

    /** A form with more is none that anybody here asked for. */
    private static final int MOST_FIELDS = 16;

    private SignInForm() {}

    /** The fields; null if it is no form, or has a field twice. */
    static @Nullable Map<String, String> read(byte[] body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                return null;
            }
            try {
                String name = decoded(pair.substring(0, equals));
                if (form.put(name, decoded(pair.substring(equals + 1))) != null) {
                    return null;
                }
            } catch (IllegalArgumentException badPercentSign) {
                return null;
            }
        }
        return form;
    }

    /** What was chosen; null where nothing was. */
    static UnverifiedRoles.@Nullable Claimed chosen(Map<String, String> form) {
        String choice = form.get(CHOICE);
        String role = form.get(ROLE);
        String provider = form.get(PROVIDER);
        if (choice != null) {
            int comma = choice.indexOf(',');
            return comma < 0
                    ? new UnverifiedRoles.Claimed(choice, "")
                    : new UnverifiedRoles.Claimed(
                            choice.substring(0, comma), choice.substring(comma + 1));
        }
        return role == null || provider == null
                ? null
                : new UnverifiedRoles.Claimed(role.strip(), provider.strip());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
