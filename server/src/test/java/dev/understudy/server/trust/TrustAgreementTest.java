package dev.understudy.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entity;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.OidcProvider;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.directory.SamlProvider;
import dev.understudy.directory.Transaction;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.iam.Understudy;
import dev.understudy.idp.Flaw;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.idp.saml.Signed;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.TextStyle;
import dev.understudy.signature.HttpHeader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever is sent, the debugger says what the services answer, in process. */
class TrustAgreementTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final String ISSUER = "https://idp.example.org";
    private static final String URL = "idp.example.org";
    private static final String ROLE = "arn:aws:iam::111122223333:role/visitor";
    private static final String OIDC = "arn:aws:iam::111122223333:oidc-provider/" + URL;
    private static final String SAML = "arn:aws:iam::111122223333:saml-provider/idp";
    private static final Pattern ERROR =
            Pattern.compile("<Code>(.*?)</Code>.*?<Message>(.*?)</Message>", Pattern.DOTALL);
    private static final PolicyDocument TRUST =
            PolicyDocument.parse(
                    """
                    {"Version": "2012-10-17", "Statement": [
                      {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                       "Principal": {"Federated": "%s"},
                       "Condition": {"StringLike": {"idp.example.org:sub": "repo:Org/*"}}},
                      {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML",
                       "Principal": {"Federated": "%s"},
                       "Condition": {"StringEquals": {"saml:sub": "alice"}}}]}
                    """
                            .formatted(OIDC, SAML));
    private static final SamlIdentityProvider SAML_IDP =
            SamlIdentityProvider.create("https://idp.example.org/saml");

    private static final TestIdentityProvider IDP = TestIdentityProvider.of(ISSUER, () -> NOW);
    private final KeySource keys = KeySource.given(url -> url.equals(ISSUER) ? IDP.keySet() : null);
    private final Directory directory = new Directory(new InMemoryJournal());
    private final Understudy services = services();

    private Understudy services() {
        SecureRandom random = new SecureRandom();
        directory.create(ACCOUNT, NOW);
        put(new OidcProvider(URL, List.of("client"), List.of(), NOW, Map.of()));
        put(
                new SamlProvider(
                        "idp",
                        "uuid",
                        SAML_IDP.metadata(),
                        NOW,
                        NOW.plusSeconds(1_000_000),
                        null,
                        List.of(),
                        Map.of()));
        put(
                new Role(
                        "AROAVISITORVISITORVIS",
                        "visitor",
                        "/",
                        NOW,
                        TRUST,
                        null,
                        3600,
                        Map.of(),
                        new Permissions(Map.of(), List.of(), null),
                        null));
        return Understudy.builder()
                .directory(directory)
                .keyring(Keyring.inMemory(random))
                .clock(() -> NOW)
                .random(random)
                .identityProviderKeys(keys)
                .build();
    }

    private void put(Entity entity) {
        directory.transact(
                ACCOUNT,
                NOW,
                state -> new Transaction.Result<>("", List.<Change>of(new Change.Put(entity))));
    }

    @AfterEach
    void close() {
        directory.close();
    }

    private TrustDebugger debugger() {
        SamlMetadata metadata = Objects.requireNonNull(SamlMetadata.parse(SAML_IDP.metadata()));
        return new TrustDebugger(
                new TrustWorld(
                        new PolicySource("role/visitor/trust", PolicyKind.TRUST, TRUST),
                        Map.of(),
                        url ->
                                url.equals(URL)
                                        ? new TrustedProvider.Registered(
                                                OIDC, URL, List.of("client"), List.of())
                                        : null,
                        keys,
                        new SamlTrust(SAML, "111122223333", "idp", metadata, List.of(), false),
                        Map.of(),
                        List.of()),
                ROLE,
                Map.of(),
                NOW);
    }

    /** Code and message of the services' refusal; empty if they gave credentials. */
    private String answer(String action, String... parameters) {
        StringBuilder form = new StringBuilder("Action=" + action + "&Version=2011-06-15");
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&').append(parameters[i]).append('=');
            form.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        List<HttpHeader> headers =
                List.of(
                        new HttpHeader("Host", "localhost:4600"),
                        new HttpHeader(
                                "Content-Type",
                                "application/x-www-form-urlencoded; charset=utf-8"));
        WireResponse response =
                services.endpoint()
                        .answer(
                                new WireRequest(
                                        "POST",
                                        "/",
                                        "",
                                        headers,
                                        form.toString().getBytes(StandardCharsets.UTF_8),
                                        "127.0.0.1",
                                        false));
        String body = new String(response.body(), StandardCharsets.UTF_8);
        Matcher error = ERROR.matcher(body);
        return error.find() ? error.group(1) + ": " + plain(error.group(2)) : "";
    }

    private static String plain(String xml) {
        return xml.replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static String said(TrustReport report) {
        assertThat(report.verdict()).isNotEqualTo(TrustReport.Verdict.UNKNOWN);
        Proof.Unproven refusal = report.refusal();
        assertThat(report.verdict() == TrustReport.Verdict.ADMITTED).isEqualTo(refusal == null);
        return refusal == null ? "" : refusal.code() + ": " + refusal.message();
    }

    private void agrees(String token) {
        TrustReport report = debugger().token(token, "session");
        assertThat(said(report))
                .isEqualTo(
                        answer(
                                "AssumeRoleWithWebIdentity",
                                "RoleArn",
                                ROLE,
                                "RoleSessionName",
                                "session",
                                "WebIdentityToken",
                                token));
        for (String text : List.of(TrustJson.of(report), text(report))) {
            String signature = token.substring(token.lastIndexOf('.') + 1);
            assertThat(text).doesNotContain(token);
            assertThat(signature.length() < 20 || !text.contains(signature)).isTrue();
        }
    }

    private static String text(TrustReport report) {
        return TrustText.of(report, TextStyle.PLAIN);
    }

    private static Token token() {
        return Token.of("repo:Org/app:ref:refs/heads/main", "client");
    }

    @Test
    void ofGoodTokens() {
        String good = IDP.token(token());
        agrees(good);
        assertThat(debugger().token(good, "session").verdict())
                .isEqualTo(TrustReport.Verdict.ADMITTED);
        agrees(IDP.token(token().subject("repo:org/app:ref:refs/heads/main")));
        agrees(IDP.token(token().audience("client", "other")));
        agrees(IDP.token(token().claim("azp", "other")));
        agrees(IDP.token(token().sessionTags(Map.of("team", "blue"))));
        agrees(IDP.token(token().sourceIdentity("alice")));
        agrees(IDP.token(token().sourceIdentity("aws:alice!")));
        agrees("no token");
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = "TOO_LONG", mode = EnumSource.Mode.EXCLUDE)
    void ofEveryFlaw(Flaw flaw) {
        agrees(IDP.token(token(), flaw));
        agrees(IDP.token(token().subject("somebody else"), flaw));
    }

    private static SamlLogin login() {
        return SamlLogin.of("alice", "alice", NOW).role(ROLE, SAML);
    }

    private void agreesOn(String response) {
        TrustReport report = debugger().response(response);
        assertThat(said(report))
                .isEqualTo(
                        answer(
                                "AssumeRoleWithSAML",
                                "RoleArn",
                                ROLE,
                                "PrincipalArn",
                                SAML,
                                "SAMLAssertion",
                                response));
        assertThat(TrustJson.of(report)).doesNotContain(response);
        assertThat(text(report)).doesNotContain(response);
    }

    @Test
    void ofGoodResponses() {
        assertThat(debugger().response(SAML_IDP.respond(login())).verdict())
                .isEqualTo(TrustReport.Verdict.ADMITTED);
        for (Signed signed : Signed.values()) {
            agreesOn(SAML_IDP.respond(login().signed(signed)));
        }
        agreesOn(SAML_IDP.respond(SamlLogin.of("Alice", "alice", NOW).role(ROLE, SAML)));
        agreesOn(SAML_IDP.respond(SamlLogin.of("alice", "alice", NOW)));
        agreesOn(SAML_IDP.respond(SamlLogin.of("alice", "a b", NOW).role(ROLE, SAML)));
        agreesOn(SAML_IDP.respond(login().tag("team", "blue")));
        agreesOn(SAML_IDP.respond(login().sourceIdentity("aws:alice")));
        agreesOn(SAML_IDP.respond(login().sessionDuration(10)));
        agreesOn("bm8gWE1M");
    }

    @ParameterizedTest
    @EnumSource(SamlFault.class)
    void ofEveryFault(SamlFault fault) {
        for (Signed signed : Signed.values()) {
            agreesOn(SAML_IDP.respond(login().signed(signed), fault));
        }
    }

    @Test
    void everyFlawIsShown() {
        Set<Flaw> shown = new HashSet<>();
        for (Flaw flaw : Flaw.values()) {
            if (text(debugger().token(IDP.token(token(), flaw), "session")).contains("FAILED")) {
                shown.add(flaw);
            }
        }
        assertThat(shown).containsExactlyInAnyOrder(Flaw.values());
    }
}
