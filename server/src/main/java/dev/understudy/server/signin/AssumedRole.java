package dev.understudy.server.signin;

import dev.understudy.federation.UnverifiedRoles;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * What AssumeRoleWithSAML or AssumeRoleWithWebIdentity answered, asked by a request like
 * everybody's.
 */
sealed interface AssumedRole {
    /** Credentials of a role; its text names no secret. */
    record Granted(
            String accessKeyId,
            String secret,
            String token,
            String expiration,
            String subject,
            String issuer,
            String sessionArn)
            implements AssumedRole {
        @Override
        public String toString() {
            return "Granted[" + sessionArn + "]";
        }
    }

    /**
     * A refusal.
     *
     * @param code AWS's code of the error
     * @param message AWS's text
     * @param requestId names the request in the log
     */
    record Refused(int status, String code, String message, String requestId)
            implements AssumedRole {}

    /** With a SAML response. */
    static AssumedRole by(
            Endpoint api, WireRequest from, String response, UnverifiedRoles.Claimed chosen) {
        return by(
                api,
                from,
                "Action=AssumeRoleWithSAML&Version=2011-06-15"
                        + field("RoleArn", chosen.roleArn())
                        + field("PrincipalArn", chosen.providerArn())
                        + field("SAMLAssertion", response));
    }

    /** With an id token. */
    static AssumedRole by(
            Endpoint api, WireRequest from, String token, String sessionName, String roleArn) {
        return by(
                api,
                from,
                "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"
                        + field("RoleArn", roleArn)
                        + field("RoleSessionName", sessionName)
                        + field("WebIdentityToken", token));
    }

    /** Asks for whoever sent this request, from whose address the trust policy sees it come. */
    private static AssumedRole by(Endpoint api, WireRequest from, String body) {
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Content-Type", "application/x-www-form-urlencoded"));
        add(headers, "Host", from.header("Host"));
        add(headers, "User-Agent", from.header("User-Agent"));
        WireResponse answer =
                api.answer(
                        new WireRequest(
                                "POST",
                                "/",
                                "",
                                headers,
                                body.getBytes(StandardCharsets.US_ASCII),
                                from.remoteAddress(),
                                from.secure()));
        return read(answer);
    }

    private static void add(List<HttpHeader> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new HttpHeader(name, value));
        }
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static AssumedRole read(WireResponse answer) {
        Document document = document(answer.body());
        return answer.status() == 200
                ? new Granted(
                        text(document, "AccessKeyId"),
                        text(document, "SecretAccessKey"),
                        text(document, "SessionToken"),
                        text(document, "Expiration"),
                        text(document, "Subject") + text(document, "SubjectFromWebIdentityToken"),
                        text(document, "Issuer") + text(document, "Provider"),
                        text(document, "Arn"))
                : new Refused(
                        answer.status(),
                        text(document, "Code"),
                        text(document, "Message"),
                        text(document, "RequestId"));
    }

    private static Document document(byte[] ownAnswer) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(ownAnswer));
        } catch (ParserConfigurationException | SAXException | IOException impossible) {
            throw new IllegalStateException("the API's answer is no XML");
        }
    }

    private static String text(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
