package dev.understudy.idp.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.VerifiedAssertion;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A test provider as an account registered it, and what verifying makes of its responses. */
final class Verifying {
    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    static final String ROLE = "arn:aws:iam::111122223333:role/visitor";
    static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/idp";
    static final KeyPair ENCRYPTION = rsa();

    final SamlIdentityProvider idp = SamlIdentityProvider.create("https://idp.example.org/saml");
    final SamlResponseVerifier verifier = new SamlResponseVerifier(AssertionConsumers.aws(), false);

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static SamlLogin login() {
        return SamlLogin.of("alice@example.org", "alice", NOW).role(ROLE, PROVIDER);
    }

    SamlTrust trust() {
        return trust(idp.metadata(), false, ENCRYPTION.getPrivate());
    }

    static SamlTrust trust(String metadata, boolean encryptionRequired, PrivateKey... keys) {
        SamlMetadata read = Objects.requireNonNull(SamlMetadata.parse(metadata));
        return new SamlTrust(
                PROVIDER, "111122223333", "idp", read, List.of(keys), encryptionRequired);
    }

    Proof verify(String response) {
        return verifier.verify(response, trust(), NOW);
    }

    VerifiedAssertion proven(String response) {
        return proven(verify(response));
    }

    static VerifiedAssertion proven(Proof proof) {
        assertThat(proof).isInstanceOf(Proof.Proven.class);
        return (VerifiedAssertion) ((Proof.Proven) proof).identity();
    }

    /** All that a response can bring about, in one text. */
    static String fingerprint(VerifiedAssertion proven) {
        return String.join(
                "|",
                proven.provider(),
                proven.issuer(),
                proven.subject(),
                proven.subjectType(),
                proven.audience(),
                proven.nameQualifier(),
                new TreeMap<>(proven.keys()).toString(),
                new TreeMap<>(proven.tags()).toString(),
                new TreeSet<>(proven.transitiveTagKeys()).toString(),
                String.valueOf(proven.sourceIdentity()),
                proven.roleSessionName(),
                String.valueOf(proven.sessionSeconds()),
                String.valueOf(proven.sessionEnd()),
                String.valueOf(proven.gives(ROLE)));
    }
}
