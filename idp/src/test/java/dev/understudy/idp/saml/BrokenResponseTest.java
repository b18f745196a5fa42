package dev.understudy.idp.saml;

import static dev.understudy.idp.saml.Verifying.ENCRYPTION;
import static dev.understudy.idp.saml.Verifying.NOW;
import static dev.understudy.idp.saml.Verifying.PROVIDER;
import static dev.understudy.idp.saml.Verifying.ROLE;
import static dev.understudy.idp.saml.Verifying.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.Proof;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What broken responses prove: nothing. Each fault, wherever the signature is, is a test. */
class BrokenResponseTest {
    private static final String INVALID = "InvalidIdentityToken";
    private static final String NOT_SIGNED = "Response signature invalid";
    private static final String TOO_OLD = "Token must be redeemed within 5 minutes of issuance";
    private static final String NO_RESPONSE =
            "Invalid base64 SAMLResponse (Service: AWSOpenIdDiscoveryService; Status Code: 400;"
                    + " Error Code: AuthSamlInvalidSamlResponseException)";
    private static final String OTHER_ISSUER =
            "Issuer not present in specified provider (service: AWSOpenIdDiscoveryService; status"
                    + " code: 400; error code: AuthSamlInvalidSamlResponseException)";

    private final Verifying verifying = new Verifying();

    static Stream<Arguments> faults() {
        return Arrays.stream(SamlFault.values())
                .filter(fault -> fault != SamlFault.COMMENT_IN_NAME)
                .flatMap(fault ->
                        Arrays.stream(Signed.values()).map(signed -> Arguments.of(fault, signed)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isRefused(SamlFault fault, Signed signed) {
        String response = verifying.idp.respond(login().signed(signed), fault);
        assertThat(verifying.verify(response)).isEqualTo(expected(fault));
    }

    private static Proof expected(SamlFault fault) {
        return switch (fault) {
            case EXPIRED, CONFIRMATION_EXPIRED ->
                    new Proof.Unproven("ExpiredTokenException", TOO_OLD);
            case NOT_YET_VALID -> unproven("Response is not valid yet.");
            case WRONG_AUDIENCE -> unproven("Response does not contain the required audience.");
            case WRONG_RECIPIENT -> unproven("Response does not contain the required recipient.");
            case WRONG_ISSUER -> unproven(OTHER_ISSUER);
            case DOCTYPE, ENTITY_EXPANSION, EXTERNAL_ENTITY -> unproven(NO_RESPONSE);
            default -> unproven(NOT_SIGNED);
        };
    }

    private static Proof.Unproven unproven(String message) {
        return new Proof.Unproven(INVALID, message);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void aCommentInANameCutsNothingOff(Signed signed) {
        String response = verifying.idp.respond(login().signed(signed), SamlFault.COMMENT_IN_NAME);
        assertThat(verifying.proven(response).subject()).isEqualTo("alice@example.org");
    }

    static Stream<Signed> modes() {
        return Arrays.stream(Signed.values());
    }

    @Test
    void whatIsNoResponse() {
        for (String text :
                List.of("", "####", "AAAA", "PGE+", SamlIdentityProvider.base64("plain text"))) {
            assertThat(verifying.verify(text)).isInstanceOf(Proof.Unproven.class);
        }
        assertThat(verifying.verify("!!!!")).isEqualTo(unproven(NO_RESPONSE));
        assertThat(verifying.verify("A".repeat(100_004))).isEqualTo(unproven(NO_RESPONSE));
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        assertThat(verifying.verify(SamlIdentityProvider.base64(deep)))
                .isEqualTo(unproven(NO_RESPONSE));
    }

    @Test
    void anEncryptedAssertionThatWasChangedLooksLikeOneThatNobodySigned() {
        String xml = verifying.idp.xml(login().encryptedFor(ENCRYPTION.getPublic()));
        for (String element :
                List.of("xenc:CipherValue>", "xenc:CipherValue>.{400,}<xenc:CipherValue>")) {
            String changed = xml.replaceFirst("(?s)(" + element + ")(.)(.)", "$1$3$2");
            assertThat(verifying.verify(SamlIdentityProvider.base64(changed)))
                    .isEqualTo(unproven(NOT_SIGNED));
        }
        for (String weaker :
                List.of(
                        "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
                        "http://www.w3.org/2001/04/xmlenc#tripledes-cbc",
                        "none")) {
            String changed = xml.replace("http://www.w3.org/2009/xmlenc11#aes256-gcm", weaker);
            assertThat(verifying.verify(SamlIdentityProvider.base64(changed)))
                    .isEqualTo(unproven(NOT_SIGNED));
        }
        String bleichenbacher = xml.replace("#rsa-oaep-mgf1p", "#rsa-1_5");
        assertThat(verifying.verify(SamlIdentityProvider.base64(bleichenbacher)))
                .isEqualTo(unproven(NOT_SIGNED));
    }

    @Test
    void metadataThatIsOverVouchesForNobody() {
        String response = verifying.idp.respond(login());
        for (Duration left : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            var trust = Verifying.trust(verifying.idp.metadata(NOW.plus(left)), false);
            assertThat(verifying.verifier.verify(response, trust, NOW))
                    .isEqualTo(unproven(OTHER_ISSUER));
        }
        var good = Verifying.trust(verifying.idp.metadata(NOW.plusSeconds(1)), false);
        Verifying.proven(verifying.verifier.verify(response, good, NOW));
    }

    @Test
    void timesToTheSecond() {
        String response = verifying.idp.respond(login().validity(Duration.ofHours(8)));
        Verifying.proven(
                verifying.verifier.verify(response, verifying.trust(), NOW.plusSeconds(300)));
        assertThat(verifying.verifier.verify(response, verifying.trust(), NOW.plusSeconds(301)))
                .isEqualTo(new Proof.Unproven("ExpiredTokenException", TOO_OLD));
        String brief = verifying.idp.respond(login().validity(Duration.ofSeconds(60)));
        Verifying.proven(verifying.verifier.verify(brief, verifying.trust(), NOW.plusSeconds(59)));
        assertThat(verifying.verifier.verify(brief, verifying.trust(), NOW.plusSeconds(60)))
                .isEqualTo(new Proof.Unproven("ExpiredTokenException", TOO_OLD));
        Verifying.proven(verifying.verifier.verify(brief, verifying.trust(), NOW.minusSeconds(60)));
        assertThat(verifying.verifier.verify(brief, verifying.trust(), NOW.minusSeconds(61)))
                .isEqualTo(unproven("Response is not valid yet."));
        String ended = verifying.idp.respond(login().sessionEnd(NOW));
        assertThat(verifying.verify(ended))
                .isEqualTo(new Proof.Unproven("ExpiredTokenException", TOO_OLD));
    }

    @Test
    void attributesThatMakeNoSession() {
        String prefix = "https://aws.amazon.com/SAML/Attributes/";
        String name = "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}";
        String source =
                "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"";
        String duration = "SessionDuration in AuthnResponse must be from 900 to 43200 seconds";
        String tags = "The session tags in the assertion are not valid";
        refused("RoleSessionName is required in AuthnResponse", prefix + "RoleSessionName");
        refused("RoleSessionName is required in AuthnResponse", prefix + "RoleSessionName", "");
        for (String odd :
                List.of("a", "a".repeat(65), "a b", "a*", "a:b", "a/b", "${aws:x}", "é1")) {
            refused(name, prefix + "RoleSessionName", odd);
        }
        refused(name, prefix + "RoleSessionName", "alice", "bob");
        for (String odd : List.of("a", "", "aws:root", "AWS:x", "a b", "s".repeat(65))) {
            refused(source, prefix + "SourceIdentity", odd);
        }
        refused(source, prefix + "SourceIdentity", "alice", "bob");
        for (String odd :
                List.of("", "899", "43201", "1e3", "-900", "00000000900", "99999999999")) {
            refused(duration, prefix + "SessionDuration", odd);
        }
        refused(duration, prefix + "SessionDuration", "900", "900");
        refused(tags, prefix + "PrincipalTag:team", "a", "b");
        refused(tags, prefix + "PrincipalTag:", "a");
        refused(tags, prefix + "PrincipalTag:te*am", "a");
        refused(tags, prefix + "PrincipalTag:team", "a$b");
        refused(tags, prefix + "PrincipalTag:team", "a".repeat(257));
        refused(tags, prefix + "PrincipalTag:" + "k".repeat(129), "a");
        refused(tags, prefix + "TransitiveTagKeys", "te*am");
        assertThat(
                        verifying.verify(
                                verifying.idp.respond(login().tag("team", "a").tag("TEAM", "b"))))
                .isEqualTo(unproven(tags));
    }

    private void refused(String message, String attribute, String... values) {
        assertThat(verifying.verify(verifying.idp.respond(login().attribute(attribute, values))))
                .as(attribute + List.of(values))
                .isEqualTo(unproven(message));
    }

    @Test
    void aSubjectWithoutANameIsNobody() {
        assertThat(
                        verifying.verify(
                                verifying.idp.respond(
                                        SamlLogin.of("", "alice", NOW).role(ROLE, PROVIDER))))
                .isEqualTo(
                        new Proof.Unproven(
                                "AccessDenied",
                                "Not authorized to perform sts:AssumeRoleWithSAML"));
    }

    @Test
    void rolesAreGivenByPairsAlone() {
        String role = "https://aws.amazon.com/SAML/Attributes/Role";
        for (String pair :
                List.of(
                        ROLE,
                        PROVIDER,
                        ROLE + "," + ROLE,
                        ROLE + "," + PROVIDER + "," + PROVIDER,
                        ROLE + ";" + PROVIDER,
                        ROLE + "," + PROVIDER + "x",
                        ROLE.toUpperCase(java.util.Locale.ROOT) + "," + PROVIDER)) {
            String response = verifying.idp.respond(login().attribute(role, pair));
            assertThat(verifying.proven(response).gives(ROLE)).as(pair).isFalse();
        }
        for (String pair : List.of(PROVIDER + "," + ROLE, ROLE + " , " + PROVIDER)) {
            String response = verifying.idp.respond(login().attribute(role, "arn:x,arn:y", pair));
            assertThat(verifying.proven(response).gives(ROLE)).as(pair).isTrue();
        }
    }
}
