package dev.understudy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.idp.saml.Signed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Each layer of the verifier alone: what one lets through by a mistake, the next must not. */
class SamlLayersTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final SamlIdentityProvider IDP =
            SamlIdentityProvider.create("https://idp.example.org/saml");
    private static final String FORGED = "forged-administrator";

    private static String xml(SamlFault fault, Signed signed) {
        return IDP.xml(login().signed(signed), fault);
    }

    private static SamlLogin login() {
        return SamlLogin.of("alice@example.org", "alice", NOW)
                .role(
                        "arn:aws:iam::111122223333:role/visitor",
                        "arn:aws:iam::111122223333:saml-provider/idp");
    }

    private static Document read(String xml) {
        return Objects.requireNonNull(
                HardenedXml.document(xml.getBytes(StandardCharsets.UTF_8)), "read by the parser");
    }

    private static Stream<Arguments> each(SamlFault... faults) {
        return Arrays.stream(faults)
                .flatMap(fault ->
                        Arrays.stream(Signed.values()).map(signed -> Arguments.of(fault, signed)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SamlFault.class,
            names = {"DOCTYPE", "ENTITY_EXPANSION", "EXTERNAL_ENTITY"})
    void theParserReadsNoDocumentType(SamlFault fault) {
        byte[] bytes = xml(fault, Signed.ASSERTION).getBytes(StandardCharsets.UTF_8);
        assertThat(HardenedXml.document(bytes)).isNull();
    }

    @Test
    void theParserReadsUtf8AndNothingElse() {
        String good = IDP.xml(login());
        assertThat(HardenedXml.document(good.getBytes(StandardCharsets.UTF_16))).isNull();
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        bytes[good.indexOf("alice")] = (byte) 0xC0;
        assertThat(HardenedXml.document(bytes)).isNull();
        assertThat(HardenedXml.document(new byte[0])).isNull();
        String twice = good.replaceFirst("Version=", "Version=\"2.0\" Version=");
        assertThat(HardenedXml.document(twice.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    static Stream<Arguments> moved() {
        return each(
                SamlFault.WRAPPED_1,
                SamlFault.WRAPPED_2,
                SamlFault.WRAPPED_3,
                SamlFault.WRAPPED_4,
                SamlFault.WRAPPED_5,
                SamlFault.WRAPPED_6,
                SamlFault.WRAPPED_7,
                SamlFault.WRAPPED_8,
                SamlFault.TWO_ASSERTIONS,
                SamlFault.TWO_SIGNED_INFOS,
                SamlFault.ID_TWICE,
                SamlFault.PROCESSING_INSTRUCTION);
    }

    @ParameterizedTest
    @MethodSource("moved")
    void theLayoutRefusesWhatIsOutOfPlaceWhateverIsSigned(SamlFault fault, Signed signed) {
        assertThat(SamlLayout.response(read(xml(fault, signed)))).isNull();
    }

    @ParameterizedTest
    @EnumSource(Signed.class)
    void theLayoutLetsGoodOnesThrough(Signed signed) {
        Element response = SamlLayout.response(read(IDP.xml(login().signed(signed))));
        assertThat(response).isNotNull();
        assertThat(SamlLayout.child(response)).isNotNull();
        assertThat(SamlLayout.assertion(read(IDP.xml(login())))).isNull();
    }

    /** Were there no layout: no element's own signature yields a forged subject. */
    @ParameterizedTest
    @MethodSource("moved")
    void aSignatureNeverYieldsWhatWasForged(SamlFault fault, Signed signed) {
        for (Element element : signable(read(xml(fault, signed)))) {
            byte[] octets = octets(element);
            if (octets != null) {
                String text = new String(octets, StandardCharsets.UTF_8);
                assertThat(text).contains("alice@example.org").doesNotContain(FORGED);
            }
        }
    }

    private static List<Element> signable(Document document) {
        List<Element> found = new ArrayList<>();
        for (String[] name :
                new String[][] {
                    {SamlNames.PROTOCOL, "Response"}, {SamlNames.ASSERTION, "Assertion"}
                }) {
            NodeList all = document.getElementsByTagNameNS(name[0], name[1]);
            for (int i = 0; i < all.getLength(); i++) {
                found.add((Element) all.item(i));
            }
        }
        return found;
    }

    private static byte[] octets(Element element) {
        SamlSignature signature = SamlSignature.of(element, false);
        return signature == null ? null : signature.verifiedOctets(List.of(IDP.certificate()));
    }

    static Stream<Arguments> oddlySigned() {
        return each(
                SamlFault.WRONG_KEY,
                SamlFault.UNSIGNED,
                SamlFault.CHANGED,
                SamlFault.XSLT,
                SamlFault.XPATH,
                SamlFault.INCLUSIVE_CANONICAL_FORM,
                SamlFault.SHA1,
                SamlFault.HMAC,
                SamlFault.TWO_DIGESTS,
                SamlFault.TWO_REFERENCES,
                SamlFault.EMPTY_URI,
                SamlFault.FOREIGN_URI,
                SamlFault.SIGNATURE_MOVED);
    }

    @ParameterizedTest
    @MethodSource("oddlySigned")
    void aSignatureOfAnotherFormYieldsNothing(SamlFault fault, Signed signed) {
        Document document = read(xml(fault, signed));
        Element target =
                signed == Signed.RESPONSE
                        ? document.getDocumentElement()
                        : signable(document).getLast();
        assertThat(octets(target)).isNull();
    }

    /** The platform would take these by itself: it is our list that refuses them. */
    @ParameterizedTest
    @EnumSource(
            value = SamlFault.class,
            names = {
                "XSLT",
                "XPATH",
                "INCLUSIVE_CANONICAL_FORM",
                "SHA1",
                "TWO_REFERENCES",
                "EMPTY_URI",
                "FOREIGN_URI"
            })
    void whatTheListRefusesIsOtherwiseWellSigned(SamlFault fault) throws Exception {
        for (Signed signed : List.of(Signed.RESPONSE, Signed.ASSERTION)) {
            Document document = read(xml(fault, signed));
            Element signature =
                    (Element)
                            document.getElementsByTagNameNS(SamlNames.SIGNATURE, "Signature")
                                    .item(0);
            var context =
                    new javax.xml.crypto.dsig.dom.DOMValidateContext(
                            IDP.certificate().getPublicKey(), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                if (((Element) all.item(i)).hasAttributeNS(null, "ID")) {
                    context.setIdAttributeNS((Element) all.item(i), null, "ID");
                }
            }
            assertThat(
                            javax.xml.crypto.dsig.XMLSignatureFactory.getInstance("DOM")
                                    .unmarshalXMLSignature(context)
                                    .validate(context))
                    .isTrue();
        }
    }

    @Test
    void claimsAreThoseOfTheDigestedOctets() {
        String commented = xml(SamlFault.COMMENT_IN_NAME, Signed.ASSERTION);
        byte[] octets = octets(signable(read(commented)).getLast());
        assertThat(new String(octets, StandardCharsets.UTF_8))
                .contains(">alice@example.org<")
                .doesNotContain("<!--");
        Element assertion = SamlLayout.assertion(read(new String(octets, StandardCharsets.UTF_8)));
        assertThat(SamlAssertion.read(assertion).nameId()).isEqualTo("alice@example.org");
    }

    @Test
    void conditionsThatNobodyKnowsAreNotMet() {
        String xml =
                IDP.xml(login())
                        .replace(
                                "<saml:AudienceRestriction>",
                                "<saml:Condition/><saml:AudienceRestriction>");
        SamlAssertion read = SamlAssertion.read(signable(read(xml)).getLast());
        assertThat(refusal(read))
                .isEqualTo(
                        new Proof.Unproven(
                                "InvalidIdentityToken",
                                "Response contains a condition that is not known."));
    }

    @Test
    void theSubjectIsConfirmedByOneBearerWithAnEndAndAnAddress() {
        String good = IDP.xml(login());
        String confirmation =
                good.substring(
                        good.indexOf("<saml:SubjectConfirmation "),
                        good.indexOf("</saml:Subject>"));
        for (String other :
                List.of(
                        "",
                        confirmation + confirmation,
                        confirmation.replace(":bearer", ":holder-of-key"),
                        confirmation.replaceFirst(" NotOnOrAfter=\"[^\"]*\"", ""),
                        confirmation.replaceFirst(" Recipient=\"[^\"]*\"", ""),
                        confirmation.replaceFirst(
                                " Recipient=", " NotBefore=\"2026-01-15T13:00:00Z\" Recipient="))) {
            SamlAssertion read =
                    SamlAssertion.read(signable(read(good.replace(confirmation, other))).getLast());
            assertThat(refusal(read)).as(other).isNotNull();
        }
    }

    @Test
    void everyAudienceRestrictionBinds() {
        String good = IDP.xml(login());
        String more =
                "<saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience></saml:AudienceRestriction>";
        for (String xml :
                List.of(
                        good.replace(
                                "<saml:AudienceRestriction>", more + "<saml:AudienceRestriction>"),
                        good.replaceFirst(
                                "<saml:AudienceRestriction>.*</saml:AudienceRestriction>", ""),
                        good.replace("urn:amazon:webservices", ""))) {
            SamlAssertion read = SamlAssertion.read(signable(read(xml)).getLast());
            assertThat(refusal(read))
                    .isEqualTo(
                            new Proof.Unproven(
                                    "InvalidIdentityToken",
                                    "Response does not contain the required audience."));
        }
    }

    @Test
    void datesThatAreNone() {
        for (String odd : List.of("", "yesterday", "2026-01-15", "2026-01-15T12:00:00", "+1e9")) {
            String xml =
                    IDP.xml(login())
                            .replaceFirst(
                                    "(<saml:Assertion [^>]*IssueInstant=)\"[^\"]*\"",
                                    "$1\"" + odd + "\"");
            assertThat(SamlAssertion.read(signable(read(xml)).getLast())).as(odd).isNull();
        }
    }

    private static Proof.@Nullable Unproven refusal(SamlAssertion assertion) {
        Findings findings = Findings.untilRefused();
        AssertionRules.check(assertion, AssertionConsumers.aws(), NOW, findings);
        return findings.refusal();
    }
}
