package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which roles a response claims to give, read without any proof: fit to ask somebody which one to
 * try, and for nothing else. Whoever chose must come back with the response, to be verified.
 */
public final class UnverifiedRoles {
    private static final String ROLE = "https://aws.amazon.com/SAML/Attributes/Role";
    private static final Pattern ROLE_ARN =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[!-~&&[^,]]{1,576}");
    private static final Pattern PROVIDER_ARN =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:saml-provider/[A-Za-z0-9._-]{1,128}");

    /** A page with more is no choice any more. */
    private static final int MOST = 1_000;

    private UnverifiedRoles() {}

    /**
     * A role that is claimed to be given.
     *
     * @param roleArn an ARN of a role, by its form
     * @param providerArn an ARN of a SAML provider, by its form
     */
    public record Claimed(String roleArn, String providerArn) {}

    /**
     * The roles, in the response's order, each once, 1,000 at most; none where the assertion is
     * encrypted; null if the text, base64, is no response that would ever be verified, or gives
     * none.
     */
    public static @Nullable List<Claimed> in(String base64) {
        byte[] bytes = SamlResponseVerifier.decoded(base64);
        Document document = bytes == null ? null : HardenedXml.document(bytes);
        Element response = document == null ? null : SamlLayout.response(document);
        Element assertion = response == null ? null : SamlLayout.child(response);
        if (assertion == null) {
            return null;
        }
        List<Claimed> roles = roles(assertion);
        boolean hidden = SamlNames.is(assertion, SamlNames.ASSERTION, "EncryptedAssertion");
        return roles.isEmpty() && !hidden ? null : roles;
    }

    private static List<Claimed> roles(Element assertion) {
        Set<Claimed> claimed = new LinkedHashSet<>();
        for (Element statement : children(assertion, "AttributeStatement")) {
            for (Element attribute : children(statement, "Attribute")) {
                if (ROLE.equals(SamlNames.attribute(attribute, "Name"))) {
                    children(attribute, "AttributeValue")
                            .forEach(value -> add(claimed, SamlNames.text(value)));
                }
            }
        }
        return List.copyOf(claimed);
    }

    /** An assertion names the two in either order. */
    private static void add(Set<Claimed> claimed, String value) {
        int comma = value.indexOf(',');
        if (comma < 0 || claimed.size() == MOST) {
            return;
        }
        String one = value.substring(0, comma).strip();
        String other = value.substring(comma + 1).strip();
        if (isRole(one) && isProvider(other)) {
            claimed.add(new Claimed(one, other));
        } else if (isRole(other) && isProvider(one)) {
            claimed.add(new Claimed(other, one));
        }
    }

    private static boolean isRole(String arn) {
        return ROLE_ARN.matcher(arn).matches();
    }

    private static boolean isProvider(String arn) {
        return PROVIDER_ARN.matcher(arn).matches();
    }

    private static List<Element> children(Element parent, String name) {
        return SamlNames.children(parent, SamlNames.ASSERTION, name);
    }
}
