package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Keyring;
import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.IdToken;
import dev.understudy.federation.IdTokenVerifier;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.federation.VerifiedIdentity;
import dev.understudy.idp.Flaw;
import dev.understudy.idp.Like;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.idp.saml.Signed;
import dev.understudy.operation.SessionTokens.Opened;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What outsiders hand in to prove who they are, for any text at all: nothing throws, nothing takes
 * memory out of proportion, and nothing is proven but what was signed.
 */
final class ProofTargets {
    /** A parser's own buffers, and 4 KB for each character; a bomb takes a thousand times that. */
    private static final long BASE_BYTES = 8_000_000;

    private static final long BYTES_A_CHARACTER = 4_096;

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String ARN = "arn:aws:iam::111122223333:saml-provider/idp";
    private static final String ROLE = "arn:aws:iam::111122223333:role/visitor";
    private static final String KEY_ID = "ASIAAAAAAAAAAAAAAAAA";

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final TestIdentityProvider issuer =
            TestIdentityProvider.of(Like.GITHUB.issuer(), InstantSource.fixed(NOW));
    private final IdTokenVerifier tokens =
            new IdTokenVerifier(KeySource.given(url -> issuer.keySet()));
    private final List<String> tokenSeeds = new ArrayList<>();
    private final Set<String> signedTokens = new HashSet<>();

    private final SamlIdentityProvider saml =
            SamlIdentityProvider.create("https://idp.example.org/saml");
    private final SamlTrust trust =
            new SamlTrust(
                    ARN,
                    "111122223333",
                    "idp",
                    Objects.requireNonNull(SamlMetadata.parse(saml.metadata())),
                    List.of(),
                    false);
    private final SamlResponseVerifier responses =
            new SamlResponseVerifier(AssertionConsumers.aws(), false);
    private final List<String> responseSeeds = new ArrayList<>();
    private final Set<String> signedResponses = new HashSet<>();

    private final SessionTokens sessions = new SessionTokens(Keyring.inMemory(new SecureRandom()));
    private final List<String> sessionSeeds = new ArrayList<>();
    private final List<Session> sealedSessions = new ArrayList<>();

    ProofTargets() {
        for (Like like : Like.values()) {
            tokenSeeds.add(issuer.token(like.token()));
            for (Flaw flaw : Flaw.values()) {
                tokenSeeds.add(issuer.token(like.token(), flaw));
            }
        }
        tokenSeeds.forEach(seed -> provenToken(seed).ifPresent(signedTokens::add));
        SamlLogin login =
                SamlLogin.of("alice@example.org", "alice", NOW).role(ROLE, ARN).tag("team", "blue");
        for (Signed signed : Signed.values()) {
            responseSeeds.add(saml.xml(login.signed(signed)));
            for (SamlFault fault : SamlFault.values()) {
                responseSeeds.add(saml.xml(login.signed(signed), fault));
            }
        }
        responseSeeds.forEach(seed -> provenResponse(seed).ifPresent(signedResponses::add));
        assertThat(signedTokens).isNotEmpty();
        assertThat(signedResponses).isNotEmpty();
        for (String policy : new String[] {null, "{}"}) {
            Session session = limitedBy(policy);
            sealedSessions.add(session);
            sessionSeeds.add(sessions.seal(session, KEY_ID, "secret".getBytes()));
        }
    }

    List<String> tokens() {
        return tokenSeeds;
    }

    /** As XML. */
    List<String> responses() {
        return responseSeeds;
    }

    List<String> metadata() {
        return List.of(
                saml.metadata(),
                saml.metadata(NOW),
                "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
                        + saml.metadata().replaceFirst("<\\?.*?\\?>", "")
                        + "</EntitiesDescriptor>");
    }

    List<String> sessions() {
        return sessionSeeds;
    }

    /** An id token proves nothing but what the issuer signed. */
    void token(String text) {
        provenToken(text).ifPresent(proven -> assertThat(signedTokens).contains(proven));
    }

    /** A response proves nothing but what the provider signed. */
    void response(String xml) {
        provenResponse(xml).ifPresent(proven -> assertThat(signedResponses).contains(proven));
    }

    /** Metadata is read, or not; it has no certificate that is not in the text. */
    void metadata(String xml) {
        SamlMetadata read = bounded(xml, () -> SamlMetadata.parse(xml));
        if (read != null) {
            assertThat(read.issuers()).isNotEmpty();
            assertThat(read.certificateCount()).isBetween(1, xml.split("X509Certificate").length);
        }
    }

    /** A session token is one that was sealed, or none. */
    void session(String token) {
        Opened opened = bounded(token, () -> sessions.open(token, KEY_ID));
        if (opened != null) {
            assertThat(sealedSessions).contains(opened.session());
        }
        assertThat(sessions.open(token, "ASIAAAAAAAAAAAAAAAAB")).isNull();
    }

    private Optional<String> provenToken(String text) {
        return proven(
                bounded(
                        text,
                        () -> {
                            IdToken token = IdToken.parse(text);
                            return token == null
                                    ? Proof.invalid("no token")
                                    : tokens.verify(
                                            token,
                                            new TrustedProvider.Registered(
                                                    "arn:aws:iam::111122223333:oidc-provider/idp",
                                                    issuer.issuer().substring("https://".length()),
                                                    List.of("sts.amazonaws.com"),
                                                    List.of()),
                                            NOW);
                        }));
    }

    private Optional<String> provenResponse(String xml) {
        String base64 = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        return proven(bounded(xml, () -> responses.verify(base64, trust, NOW)));
    }

    private <T extends @Nullable Object> T bounded(String input, Supplier<T> target) {
        long thread = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(thread);
        T result = target.get();
        long taken = threads.getThreadAllocatedBytes(thread) - before;
        assertThat(taken).isLessThan(BASE_BYTES + BYTES_A_CHARACTER * input.length());
        return result;
    }

    /** What was proven, in words; empty if nothing was. */
    private static Optional<String> proven(Proof proof) {
        return switch (proof) {
            case Proof.Proven(VerifiedIdentity identity) ->
                    Optional.of(
                            String.join(
                                    "|",
                                    identity.provider(),
                                    identity.issuer(),
                                    identity.subject(),
                                    identity.audience(),
                                    new TreeMap<>(identity.keys()).toString(),
                                    new TreeMap<>(identity.tags()).toString(),
                                    new TreeSet<>(identity.transitiveTagKeys()).toString(),
                                    String.valueOf(identity.sourceIdentity())));
            case Proof.Unproven unproven -> {
                assertThat(unproven.message()).isNotBlank();
                yield Optional.empty();
            }
        };
    }

    private static Session limitedBy(@Nullable String policy) {
        return new Session(
                Session.Kind.ROLE,
                AccountId.of("111122223333"),
                "AROAAAAAAAAAAAAAAAAAA",
                "alice",
                NOW,
                NOW.plusSeconds(3_600),
                policy,
                List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"),
                Map.of("team", "blue"),
                Set.of("team"),
                "alice",
                null,
                ARN,
                Map.of("saml:sub", List.of("alice@example.org")));
    }
}
