package dev.understudy.idp.saml;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The document of a response, before anything is signed. */
final class Response {
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
    private static final String URI_NAMES = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    private static final String PASSWORD =
            "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final SamlLogin login;
    private final String issuer;
    private final RandomGenerator random;

    /** When the subject's confirmation is over; by default when the conditions are. */
    private final Instant confirmedUntil;

    private Response(
            SamlLogin login, String issuer, Instant confirmedUntil, RandomGenerator random) {
        this.login = login;
        this.issuer = issuer;
        this.confirmedUntil = confirmedUntil;
        this.random = random;
    }

    static Document of(
            SamlLogin login, String issuer, Instant confirmedUntil, RandomGenerator random) {
        return new Response(login, issuer, confirmedUntil, random).document();
    }

    private Document document() {
        Document document = Xml.document();
        Element response =
                Xml.add(
                        document,
                        Xml.PROTOCOL,
                        "samlp:Response",
                        "Destination",
                        login.recipient,
                        "ID",
                        id(),
                        "IssueInstant",
                        time(login.at),
                        "Version",
                        "2.0");
        answering(response);
        Xml.declare(response, "saml", Xml.ASSERTION);
        Xml.addText(response, Xml.ASSERTION, "saml:Issuer", issuer);
        Element status = Xml.add(response, Xml.PROTOCOL, "samlp:Status");
        Xml.add(status, Xml.PROTOCOL, "samlp:StatusCode", "Value", SUCCESS);
        assertion(response);
        return document;
    }

    private void assertion(Element response) {
        Element assertion =
                Xml.add(
                        response,
                        Xml.ASSERTION,
                        "saml:Assertion",
                        "ID",
                        id(),
                        "IssueInstant",
                        time(login.at),
                        "Version",
                        "2.0");
        Xml.declare(assertion, "saml", Xml.ASSERTION);
        Xml.addText(assertion, Xml.ASSERTION, "saml:Issuer", issuer);
        subject(assertion);
        Element conditions =
                add(
                        assertion,
                        "Conditions",
                        "NotBefore",
                        time(login.at),
                        "NotOnOrAfter",
                        time(login.at.plus(login.validity)));
        text(add(conditions, "AudienceRestriction"), "Audience", login.audience);
        Element statement =
                add(
                        assertion,
                        "AuthnStatement",
                        "AuthnInstant",
                        time(login.at),
                        "SessionIndex",
                        id());
        if (login.sessionEnd != null) {
            statement.setAttributeNS(null, "SessionNotOnOrAfter", time(login.sessionEnd));
        }
        text(add(statement, "AuthnContext"), "AuthnContextClassRef", PASSWORD);
        attributes(assertion);
    }

    private void subject(Element assertion) {
        Element subject = add(assertion, "Subject");
        Element name = text(subject, "NameID", login.name);
        if (login.format != null) {
            name.setAttributeNS(null, "Format", login.format);
        }
        Element confirmation = add(subject, "SubjectConfirmation", "Method", BEARER);
        answering(
                add(
                        confirmation,
                        "SubjectConfirmationData",
                        "NotOnOrAfter",
                        time(confirmedUntil),
                        "Recipient",
                        login.recipient));
    }

    private void answering(Element element) {
        if (login.inResponseTo != null) {
            element.setAttributeNS(null, "InResponseTo", login.inResponseTo);
        }
    }

    private void attributes(Element assertion) {
        Element statement = add(assertion, "AttributeStatement");
        login.attributes.forEach((name, values) -> {
            Element attribute = add(statement, "Attribute", "Name", name, "NameFormat", URI_NAMES);
            for (String value : values) {
                Element element = text(attribute, "AttributeValue", value);
                Xml.declare(element, "xs", SCHEMA);
                Xml.declare(element, "xsi", INSTANCE);
                element.setAttributeNS(INSTANCE, "xsi:type", "xs:string");
            }
        });
    }

    private static Element add(Element parent, String name, String... attributes) {
        return Xml.add(parent, Xml.ASSERTION, "saml:" + name, attributes);
    }

    private static Element text(Element parent, String name, String text) {
        return Xml.addText(parent, Xml.ASSERTION, "saml:" + name, text);
    }

    private String id() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
