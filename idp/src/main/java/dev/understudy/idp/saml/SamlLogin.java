package dev.understudy.idp.saml;

import org.jspecify.annotations.Nullable;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a response says of whom, as AWS asks for it: changed by its methods, each of which returns
 * it. Not for several threads.
 */
public final class SamlLogin {
    /** Where AWS receives assertions. */
    public static final String AWS_RECIPIENT = "https://signin.aws.amazon.com/saml";

    /** Whom AWS's assertions are meant for. */
    public static final String AWS_AUDIENCE = "urn:amazon:webservices";

    private static final String PREFIX = "https://aws.amazon.com/SAML/Attributes/";

    final Instant at;
    String name;
    @Nullable String format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    String audience = AWS_AUDIENCE;
    String recipient = AWS_RECIPIENT;
    @Nullable String inResponseTo;
    Duration validity = Duration.ofMinutes(5);
    @Nullable Instant sessionEnd;
    Signed signed = Signed.ASSERTION;
    @Nullable PublicKey encryptFor;
    String algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    final Map<String, List<String>> attributes = new LinkedHashMap<>();

    private SamlLogin(String name, Instant at) {
        this.name = name;
        this.at = at;
    }

    /** The login of this subject at this time, as a session of this name. */
    public static SamlLogin of(String name, String sessionName, Instant at) {
        return new SamlLogin(name, at).attribute(PREFIX + "RoleSessionName", sessionName);
    }

    /** With one more role, through the provider that the role's account knows under this ARN. */
    public SamlLogin role(String roleArn, String providerArn) {
        List<String> roles = new ArrayList<>(attributes.getOrDefault(PREFIX + "Role", List.of()));
        roles.add(roleArn + "," + providerArn);
        return attribute(PREFIX + "Role", roles.toArray(String[]::new));
    }

    /** With a session tag. */
    public SamlLogin tag(String key, String value) {
        return attribute(PREFIX + "PrincipalTag:" + key, value);
    }

    /** With these keys of tags that follow into chained sessions. */
    public SamlLogin transitive(String... keys) {
        return attribute(PREFIX + "TransitiveTagKeys", keys);
    }

    /** With a source identity. */
    public SamlLogin sourceIdentity(String value) {
        return attribute(PREFIX + "SourceIdentity", value);
    }

    /** With the most seconds that a session may last. */
    public SamlLogin sessionDuration(int seconds) {
        return attribute(PREFIX + "SessionDuration", Integer.toString(seconds));
    }

    /** With an attribute of these values in the place of any others; without values, without it. */
    public SamlLogin attribute(String attributeName, String... values) {
        if (values.length == 0) {
            attributes.remove(attributeName);
        } else {
            attributes.put(attributeName, List.of(values));
        }
        return this;
    }

    /** With another format of the subject's name; null says none. */
    public SamlLogin format(@Nullable String value) {
        format = value;
        return this;
    }

    /** Meant for this audience instead of AWS's. */
    public SamlLogin audience(String value) {
        audience = value;
        return this;
    }

    /** Sent to this address instead of AWS's. */
    public SamlLogin recipient(String value) {
        recipient = value;
        return this;
    }

    /** In answer to the request with this id; null where nobody asked. */
    public SamlLogin inResponseTo(@Nullable String requestId) {
        inResponseTo = requestId;
        return this;
    }

    /** Good for this long instead of five minutes. */
    public SamlLogin validity(Duration value) {
        validity = value;
        return this;
    }

    /** In a session of the provider that ends then. */
    public SamlLogin sessionEnd(Instant value) {
        sessionEnd = value;
        return this;
    }

    /** Signed there instead of at the assertion. */
    public SamlLogin signed(Signed value) {
        signed = value;
        return this;
    }

    /** Signed by this algorithm of XML signatures instead of RSA over SHA-256. */
    public SamlLogin algorithm(String uri) {
        algorithm = uri;
        return this;
    }

    /** Encrypted for the holder of this RSA key. */
    public SamlLogin encryptedFor(PublicKey key) {
        encryptFor = Objects.requireNonNull(key);
        return this;
    }
}
