package dev.understudy.idp.saml;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;

/**
 * Makes broken responses. Whatever is not the fault is as it should be, the signature above all.
 */
final class Faults {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String ELSEWHERE = "https://elsewhere.example.org/saml";
    private static final String XSL = "http://www.w3.org/1999/XSL/Transform";
    private static final String HMAC = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";

    private final SamlIdentityProvider provider;
    private final SamlLogin login;

    Faults(SamlIdentityProvider provider, SamlLogin login) {
        this.provider = provider;
        this.login = login;
    }

    String xml(SamlFault fault) {
        return switch (fault) {
            case EXPIRED -> at(login.at.minus(LONG), login.audience, login.recipient);
            case NOT_YET_VALID -> at(login.at.plus(LONG), login.audience, login.recipient);
            case WRONG_AUDIENCE -> at(login.at, ELSEWHERE, login.recipient);
            case WRONG_RECIPIENT -> at(login.at, login.audience, ELSEWHERE);
            case CONFIRMATION_EXPIRED -> {
                Document document =
                        Response.of(
                                login,
                                provider.entityId(),
                                // A verifier may count whole seconds.
                                login.at.minusSeconds(1),
                                provider.random());
                provider.sign(document, login);
                yield Xml.write(document);
            }
            case WRONG_ISSUER -> {
                Document document = unsigned(ELSEWHERE);
                provider.sign(document, login);
                yield Xml.write(document);
            }
            case WRONG_KEY -> SamlIdentityProvider.create(provider.entityId()).xml(login);
            case UNSIGNED -> Xml.write(unsigned(provider.entityId()));
            case SHA1,
                    HMAC,
                    XSLT,
                    XPATH,
                    INCLUSIVE_CANONICAL_FORM,
                    TWO_REFERENCES,
                    EMPTY_URI,
                    FOREIGN_URI ->
                    oddlySigned(fault);
            default -> changed(fault);
        };
    }

    private Document unsigned(String issuer) {
        return Response.of(login, issuer, login.at.plus(login.validity), provider.random());
    }

    private String at(Instant time, String audience, String recipient) {
        SamlLogin other = SamlLogin.of(login.name, "session", time);
        other.attributes.putAll(login.attributes);
        other.audience(audience).recipient(recipient).format(login.format).signed(login.signed);
        return provider.xml(other.algorithm(login.algorithm).validity(login.validity));
    }

    /** The element whose signature is played with. */
    private Element target(Document document) {
        return login.signed == Signed.RESPONSE
                ? document.getDocumentElement()
                : Xml.first(document, Xml.ASSERTION, "Assertion");
    }

    private String oddlySigned(SamlFault fault) {
        Document document = unsigned(provider.entityId());
        Element target = target(document);
        String id = "#" + target.getAttributeNS(null, "ID");
        Transform enveloped = Signing.transform(Transform.ENVELOPED, null);
        Transform exclusive = Signing.transform(CanonicalizationMethod.EXCLUSIVE, null);
        Signing signing = provider.signing(login.algorithm);
        signing =
                switch (fault) {
                    case SHA1 ->
                            provider.signing(Xml.SIGNATURE + "rsa-sha1").digest(DigestMethod.SHA1);
                    case HMAC -> hmac();
                    case XSLT -> signing.through(enveloped, exclusive, xslt());
                    case XPATH -> signing.through(enveloped, xpath(), exclusive);
                    case INCLUSIVE_CANONICAL_FORM ->
                            signing.through(
                                    enveloped,
                                    Signing.transform(CanonicalizationMethod.INCLUSIVE, null));
                    case EMPTY_URI -> signing.references("");
                    case FOREIGN_URI -> signing.references(decoy(document));
                    case TWO_REFERENCES -> signing.references(id, decoy(document));
                    default -> throw new IllegalArgumentException(fault + " is signed as others");
                };
        signing.sign(target);
        return Xml.write(document);
    }

    private Signing hmac() {
        byte[] known = provider.certificate().getPublicKey().getEncoded();
        return new Signing(new SecretKeySpec(known, "HmacSHA256"), provider.certificate(), HMAC);
    }

    private static String decoy(Document document) {
        Element root = document.getDocumentElement();
        Element extensions = Xml.add(root, Xml.PROTOCOL, "samlp:Extensions");
        Xml.add(extensions, ELSEWHERE, "x:decoy", "ID", "decoy");
        root.insertBefore(extensions, Xml.first(root, Xml.PROTOCOL, "Status"));
        return "#decoy";
    }

    /** Leaves every attribute out of what is digested, so that anybody may change them. */
    private static Transform xpath() {
        return Signing.transform(
                Transform.XPATH,
                new XPathFilterParameterSpec(
                        "not(ancestor-or-self::s:AttributeStatement)", Map.of("s", Xml.ASSERTION)));
    }

    /** Digests a constant, so that anybody may change everything. */
    private static Transform xslt() {
        Document document = Xml.document();
        Element sheet = Xml.add(document, XSL, "xsl:stylesheet", "version", "1.0");
        Element template = Xml.add(sheet, XSL, "xsl:template", "match", "/");
        Xml.add(template, ELSEWHERE, "x:constant");
        return Signing.transform(
                Transform.XSLT, new XSLTTransformParameterSpec(new DOMStructure(sheet)));
    }

    private String changed(SamlFault fault) {
        String good = provider.xml(login);
        return switch (fault) {
            case DOCTYPE -> "<!DOCTYPE Response>" + good;
            case ENTITY_EXPANSION -> bomb() + named(good, "&e9;");
            case EXTERNAL_ENTITY ->
                    "<!DOCTYPE R [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>"
                            + named(good, "&file;");
            case COMMENT_IN_NAME -> named(good, half() + "<!-- -->" + rest());
            case PROCESSING_INSTRUCTION -> named(good, half() + "<?stop?>" + rest());
            case CHANGED -> named(good, login.name + "x");
            default -> moved(Xml.again(good), fault);
        };
    }

    private String half() {
        return login.name.substring(0, login.name.length() / 2);
    }

    private String rest() {
        return login.name.substring(login.name.length() / 2);
    }

    /** The name is in the document once, unless other attributes repeat it behind. */
    private String named(String xml, String name) {
        return xml.replaceFirst(
                ">" + java.util.regex.Pattern.quote(login.name) + "</saml:NameID>",
                java.util.regex.Matcher.quoteReplacement(">" + name + "</saml:NameID>"));
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("<!DOCTYPE R [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return text.append("]>").toString();
    }

    private String moved(Document document, SamlFault fault) {
        Element target = target(document);
        Element signature = Xml.first(target, Xml.SIGNATURE, "Signature");
        Element root = document.getDocumentElement();
        Element assertion = Xml.first(document, Xml.ASSERTION, "Assertion");
        switch (fault) {
            case TWO_ASSERTIONS -> root.insertBefore(forgedCopy(assertion), assertion);
            case TWO_SIGNED_INFOS -> {
                Node info = signature.getFirstChild();
                signature.insertBefore(info.cloneNode(true), info);
            }
            case TWO_DIGESTS -> {
                Element digest = Xml.first(signature, Xml.SIGNATURE, "DigestValue");
                digest.getParentNode().insertBefore(digest.cloneNode(true), digest);
            }
            case SIGNATURE_MOVED -> {
                Element other = target == root ? assertion : root;
                other.insertBefore(
                        signature,
                        Xml.first(other, Xml.ASSERTION, "Subject").getParentNode() == other
                                ? Xml.first(other, Xml.ASSERTION, "Subject")
                                : Xml.first(other, Xml.PROTOCOL, "Status"));
            }
            case ID_TWICE -> {
                Element twin = Xml.add(root, Xml.PROTOCOL, "samlp:Extensions");
                twin.setAttributeNS(null, "ID", target.getAttributeNS(null, "ID"));
            }
            default -> new Wrapping(document, target).apply(fault);
        }
        return Xml.write(document);
    }

    private static Element forgedCopy(Element assertion) {
        Element copy = (Element) assertion.cloneNode(true);
        copy.setAttributeNS(null, "ID", "_forged");
        Xml.first(copy, Xml.ASSERTION, "NameID").setTextContent(Wrapping.FORGED_NAME);
        return copy;
    }
}
