package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An identity that a SAML assertion proved, with the session that the assertion asks for. */
public final class VerifiedAssertion extends VerifiedIdentity {
    private static final String FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
    private static final String UNSPECIFIED =
            "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    private final String account;
    private final SamlAssertion assertion;
    private final SessionAttributes session;
    private final String nameQualifier;

    private VerifiedAssertion(
            SamlTrust trust, SamlAssertion assertion, SessionAttributes session, String recipient) {
        super(
                trust.arn(),
                assertion.issuer(),
                assertion.nameId(),
                recipient,
                keys(trust, assertion, recipient),
                session.claims());
        this.account = trust.account();
        this.assertion = assertion;
        this.session = session;
        this.nameQualifier = nameQualifier(trust, assertion.issuer());
    }

    /** What the assertion proves; it must have passed every rule. */
    static VerifiedAssertion of(
            SamlTrust trust, SamlAssertion assertion, SessionAttributes session) {
        SamlAssertion.Confirmation bearer =
                Objects.requireNonNull(AssertionRules.bearer(assertion), "passed the rules");
        return new VerifiedAssertion(
                trust,
                assertion,
                session,
                Objects.requireNonNull(bearer.recipient(), "passed the rules"));
    }

    /** What an assertion says, whatever it proves. */
    static ClaimedIdentity claimed(
            SamlTrust trust, SamlAssertion assertion, SessionAttributes session) {
        SamlAssertion.Confirmation bearer = AssertionRules.bearer(assertion);
        String recipient = bearer == null ? null : bearer.recipient();
        Map<String, List<String>> keys = keys(trust, assertion, recipient == null ? "" : recipient);
        keys.values().removeIf(values -> values.equals(List.of("")));
        Findings sound = Findings.untilRefused();
        session.check(sound);
        SessionClaims claims =
                sound.refusal() == null
                        ? session.claims()
                        : new SessionClaims(Map.of(), Set.of(), null);
        return new ClaimedIdentity(
                trust.arn(),
                assertion.issuer(),
                assertion.nameId(),
                keys,
                claims.tags(),
                claims.transitiveTagKeys(),
                claims.sourceIdentity(),
                sound.refusal() == null ? session.sessionName() : null);
    }

    private static Map<String, List<String>> keys(
            SamlTrust trust, SamlAssertion assertion, String recipient) {
        Map<String, List<String>> keys =
                new LinkedHashMap<>(AssertionKeys.of(assertion.attributes()));
        keys.put("saml:aud", List.of(recipient));
        keys.put("saml:doc", List.of(trust.account() + "/" + trust.name()));
        keys.put("saml:iss", List.of(assertion.issuer()));
        keys.put("saml:namequalifier", List.of(nameQualifier(trust, assertion.issuer())));
        keys.put("saml:sub", List.of(assertion.nameId()));
        keys.put("saml:sub_type", List.of(subjectType(assertion)));
        return keys;
    }

    /**
     * Not for secrecy: AWS's documented way to tell equal subjects of different providers apart.
     */
    private static String nameQualifier(SamlTrust trust, String issuer) {
        return Base64.getEncoder()
                .encodeToString(digest("SHA-1", issuer + trust.account() + "/" + trust.name()));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every platform has " + algorithm, impossible);
        }
    }

    private static String subjectType(SamlAssertion assertion) {
        String format = assertion.nameFormat();
        if (format.isEmpty()) {
            return UNSPECIFIED;
        }
        return format.startsWith(FORMAT) ? format.substring(FORMAT.length()) : format;
    }

    /** {@code persistent}, {@code transient}, or the whole URI of another format. */
    public String subjectType() {
        return subjectType(assertion);
    }

    /** Base64 of a digest over issuer, account and provider. */
    public String nameQualifier() {
        return nameQualifier;
    }

    /** The name of the session; 2 to 64 characters that session names have. */
    public String roleSessionName() {
        return session.sessionName();
    }

    /**
     * Whether the assertion gives this role through this provider. An assertion names the two in
     * either order.
     */
    public boolean gives(String roleArn) {
        return session.gives(roleArn, provider());
    }

    /** The most seconds that a session may last, by the assertion's word; null if it says none. */
    public @Nullable Integer sessionSeconds() {
        return session.seconds();
    }

    /**
     * When the provider's own session ends, which ours does not outlast; null if it is not said.
     */
    public @Nullable Instant sessionEnd() {
        return assertion.sessionEnd();
    }

    /** Uses the assertion up: true once, for all who share the memory. */
    public boolean use(UsedAssertions memory, Instant now) {
        // The id comes last: whatever characters a provider puts into it, no two texts are equal.
        String text = provider() + "\n" + assertion.issuer() + "\n" + assertion.id();
        String name =
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", text));
        return memory.use(account, name, AssertionRules.end(assertion), now);
    }
}
