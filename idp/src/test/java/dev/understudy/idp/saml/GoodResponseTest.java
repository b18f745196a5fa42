package dev.understudy.idp.saml;

import static dev.understudy.idp.saml.Verifying.ENCRYPTION;
import static dev.understudy.idp.saml.Verifying.NOW;
import static dev.understudy.idp.saml.Verifying.PROVIDER;
import static dev.understudy.idp.saml.Verifying.ROLE;
import static dev.understudy.idp.saml.Verifying.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.VerifiedAssertion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What good responses prove. */
class GoodResponseTest {
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

    private final Verifying verifying = new Verifying();

    @ParameterizedTest
    @EnumSource(Signed.class)
    void whereverItIsSigned(Signed signed) {
        VerifiedAssertion proven =
                verifying.proven(
                        verifying.idp.respond(
                                login().signed(signed)
                                        .tag("team", "blue")
                                        .tag("cost", "42")
                                        .transitive("team")
                                        .sourceIdentity("alice-herself")
                                        .sessionDuration(1_800)
                                        .sessionEnd(NOW.plusSeconds(7_200))));
        assertThat(proven.provider()).isEqualTo(PROVIDER);
        assertThat(proven.issuer()).isEqualTo("https://idp.example.org/saml");
        assertThat(proven.subject()).isEqualTo("alice@example.org");
        assertThat(proven.subjectType()).isEqualTo("persistent");
        assertThat(proven.audience()).isEqualTo(SamlLogin.AWS_RECIPIENT);
        assertThat(proven.roleSessionName()).isEqualTo("alice");
        assertThat(proven.tags()).isEqualTo(Map.of("team", "blue", "cost", "42"));
        assertThat(proven.transitiveTagKeys()).containsExactly("team");
        assertThat(proven.sourceIdentity()).isEqualTo("alice-herself");
        assertThat(proven.sessionSeconds()).isEqualTo(1_800);
        assertThat(proven.sessionEnd()).isEqualTo(NOW.plusSeconds(7_200));
        assertThat(proven.gives(ROLE)).isTrue();
        assertThat(proven.gives(ROLE + "x")).isFalse();
        assertThat(proven.keys())
                .containsEntry("saml:aud", List.of(SamlLogin.AWS_RECIPIENT))
                .containsEntry("saml:doc", List.of("111122223333/idp"))
                .containsEntry("saml:iss", List.of("https://idp.example.org/saml"))
                .containsEntry("saml:sub", List.of("alice@example.org"))
                .containsEntry("saml:sub_type", List.of("persistent"))
                .containsEntry("saml:namequalifier", List.of(proven.nameQualifier()));
    }

    @ParameterizedTest
    @EnumSource(Signed.class)
    void encrypted(Signed signed) {
        String response =
                verifying.idp.respond(login().signed(signed).encryptedFor(ENCRYPTION.getPublic()));
        assertThat(verifying.proven(response).subject()).isEqualTo("alice@example.org");
        Proof other =
                verifying.verifier.verify(
                        response, Verifying.trust(verifying.idp.metadata(), false), NOW);
        assertThat(other)
                .as("without the key")
                .isEqualTo(
                        new Proof.Unproven("InvalidIdentityToken", "Response signature invalid"));
    }

    @Test
    void whereEncryptionIsRequiredAPlainAssertionIsNone() {
        var trust = Verifying.trust(verifying.idp.metadata(), true, ENCRYPTION.getPrivate());
        assertThat(verifying.verifier.verify(verifying.idp.respond(login()), trust, NOW))
                .isInstanceOf(Proof.Unproven.class);
        String encrypted = verifying.idp.respond(login().encryptedFor(ENCRYPTION.getPublic()));
        Verifying.proven(verifying.verifier.verify(encrypted, trust, NOW));
    }

    @Test
    void byEveryAlgorithmOfTheListAndNoOther() {
        for (String digest : List.of("256", "384", "512")) {
            verifying.proven(verifying.idp.respond(login().algorithm(MORE + "rsa-sha" + digest)));
        }
        SamlIdentityProvider curve =
                SamlIdentityProvider.create("https://idp.example.org/saml", "EC", 256);
        for (String digest : List.of("256", "384", "512")) {
            String response = curve.respond(login().algorithm(MORE + "ecdsa-sha" + digest));
            Verifying.proven(
                    verifying.verifier.verify(
                            response, Verifying.trust(curve.metadata(), false), NOW));
        }
        String old = verifying.idp.respond(login().algorithm(MORE + "rsa-sha224"));
        assertThat(verifying.verify(old)).isInstanceOf(Proof.Unproven.class);
    }

    @Test
    void sha1WhereItIsAllowedByName() {
        String response = verifying.idp.respond(login(), SamlFault.SHA1);
        assertThat(verifying.verify(response)).isInstanceOf(Proof.Unproven.class);
        SamlResponseVerifier lax = new SamlResponseVerifier(AssertionConsumers.aws(), true);
        Verifying.proven(lax.verify(response, verifying.trust(), NOW));
        for (SamlFault fault : List.of(SamlFault.XSLT, SamlFault.HMAC, SamlFault.WRONG_KEY)) {
            assertThat(lax.verify(verifying.idp.respond(login(), fault), verifying.trust(), NOW))
                    .isInstanceOf(Proof.Unproven.class);
        }
    }

    @Test
    void theSecondCertificateOfTheMetadataIsAsGoodAsTheFirst() {
        SamlIdentityProvider next = SamlIdentityProvider.create(verifying.idp.entityId());
        String key = between(next.metadata(), "<md:KeyDescriptor", "<md:SingleSignOnService");
        String both =
                verifying
                        .idp
                        .metadata()
                        .replace("<md:SingleSignOnService", key + "<md:SingleSignOnService");
        Verifying.proven(
                verifying.verifier.verify(
                        next.respond(login()), Verifying.trust(both, false), NOW));
        Verifying.proven(
                verifying.verifier.verify(
                        verifying.idp.respond(login()), Verifying.trust(both, false), NOW));
    }

    private static String between(String text, String start, String end) {
        return text.substring(text.indexOf(start), text.indexOf(end));
    }

    @Test
    void addressesOfRegionsAndOfTheServerItself() {
        for (String address :
                List.of(
                        "https://signin.aws.amazon.com/static/saml",
                        "https://eu-central-1.signin.aws.amazon.com/saml",
                        "https://us-gov-west-1.signin.aws.amazon.com/saml")) {
            verifying.proven(verifying.idp.respond(login().recipient(address).audience(address)));
        }
        String own = "https://understudy.example.org/saml";
        String response = verifying.idp.respond(login().recipient(own).audience(own));
        assertThat(verifying.verify(response)).isInstanceOf(Proof.Unproven.class);
        Verifying.proven(
                new SamlResponseVerifier(AssertionConsumers.aws().and(own), false)
                        .verify(response, verifying.trust(), NOW));
        for (String odd :
                List.of(
                        "https://signin.aws.amazon.com.example.org/saml",
                        "https://eu-central-1.signin.aws.amazon.com/saml/",
                        "https://x@eu-central-1.signin.aws.amazon.com/saml",
                        "http://signin.aws.amazon.com/saml",
                        "")) {
            assertThat(verifying.verify(verifying.idp.respond(login().recipient(odd))))
                    .as(odd)
                    .isInstanceOf(Proof.Unproven.class);
        }
    }

    @Test
    void theNameQualifierIsWhatAwsDocuments() {
        // BASE64 ( SHA1 ( "https://idp.example.org/saml" + "111122223333" + "/idp" ) ), by openssl.
        assertThat(verifying.proven(verifying.idp.respond(login())).nameQualifier())
                .isEqualTo("g5ql2UexfHF4b9T/HHqf0mnf2cI=");
    }

    @Test
    void formatsOfNames() {
        assertThat(type("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"))
                .isEqualTo("transient");
        assertThat(type("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"))
                .isEqualTo("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress");
        assertThat(type(null)).isEqualTo("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");
    }

    private String type(String format) {
        return verifying.proven(verifying.idp.respond(login().format(format))).subjectType();
    }

    @Test
    void attributesBecomeConditionKeys() {
        Map<String, List<String>> keys =
                verifying
                        .proven(
                                verifying.idp.respond(
                                        login().attribute(
                                                        "urn:oid:1.3.6.1.4.1.5923.1.1.1.1",
                                                        "staff",
                                                        "member")
                                                .attribute(
                                                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
                                                        "alice@example.org")
                                                .attribute("urn:oid:2.5.4.3", "Alice")
                                                .attribute("0.9.2342.19200300100.1.1", "al")
                                                .attribute("department", "sales")))
                        .keys();
        assertThat(keys)
                .containsEntry("saml:edupersonaffiliation", List.of("staff", "member"))
                .containsEntry("saml:mail", List.of("alice@example.org"))
                .containsEntry("saml:cn", List.of("Alice"))
                .containsEntry("saml:uid", List.of("al"));
        assertThat(keys.keySet())
                .isEqualTo(
                        Set.of(
                                "saml:edupersonaffiliation",
                                "saml:mail",
                                "saml:cn",
                                "saml:uid",
                                "saml:aud",
                                "saml:doc",
                                "saml:iss",
                                "saml:namequalifier",
                                "saml:sub",
                                "saml:sub_type"));
    }

    @Test
    void anAssertionIsUsedOnce() {
        Set<String> used = new HashSet<>();
        VerifiedAssertion proven = verifying.proven(verifying.idp.respond(login()));
        assertThat(proven.use((account, id, until, now) -> used.add(account + id), NOW)).isTrue();
        assertThat(proven.use((account, id, until, now) -> used.add(account + id), NOW)).isFalse();
        proven.use(
                (account, id, until, now) -> {
                    assertThat(until).isAfter(NOW.plus(Duration.ofMinutes(5)));
                    assertThat(account).isEqualTo("111122223333");
                    assertThat(id).hasSize(43);
                    return true;
                },
                NOW);
    }
}
