package dev.understudy.idp.saml;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * What a service asks when it sends somebody to sign in, by SAML's redirect binding. Nobody signed
 * it: whoever answers must know the address from elsewhere.
 *
 * @param id names the request; a name of XML
 * @param consumer where the answer is wanted; null where the request leaves it open
 * @param issuer who asks; null where it does not say
 */
public record AuthnRequest(String id, @Nullable String consumer, @Nullable String issuer) {
    /** Such requests have a few hundred; what is longer is no request, or was made to harm. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,255}");

    /**
     * Reads the parameter SAMLRequest: base64 of the deflated document.
     *
     * @throws IllegalArgumentException if it is no such request
     */
    public static AuthnRequest read(String parameter) {
        try {
            Element root = document(inflated(parameter)).getDocumentElement();
            String id = root.getAttributeNS(null, "ID");
            if (!"AuthnRequest".equals(root.getLocalName())
                    || !Xml.PROTOCOL.equals(root.getNamespaceURI())
                    || !NAME.matcher(id).matches()) {
                throw new IllegalArgumentException("SAMLRequest is no AuthnRequest with an ID");
            }
            String consumer = root.getAttributeNS(null, "AssertionConsumerServiceURL");
            NodeList issuers = root.getElementsByTagNameNS(Xml.ASSERTION, "Issuer");
            String issuer = issuers.getLength() == 0 ? "" : issuers.item(0).getTextContent();
            return new AuthnRequest(id, given(consumer), given(issuer.strip()));
        } catch (IOException | SAXException unreadable) {
            throw new IllegalArgumentException("SAMLRequest is no deflated XML in base64");
        }
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static byte[] inflated(String parameter) throws IOException {
        byte[] packed = Base64.getDecoder().decode(parameter);
        Inflater raw = new Inflater(true);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(packed), raw)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException("SAMLRequest is too long");
            }
            return bytes;
        } finally {
            raw.end();
        }
    }

    private static Document document(byte[] bytes) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder reader = factory.newDocumentBuilder();
            reader.setErrorHandler(null);
            return reader.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
