package dev.understudy.idp.saml;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.io.StringReader;
import java.io.StringWriter;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/** Makes and writes trees of SAML's elements. It never reads what others wrote. */
final class Xml {
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    private Xml() {}

    static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A copy of the text, which this class wrote. */
    static Document again(String written) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new org.xml.sax.InputSource(new StringReader(written)));
        } catch (ParserConfigurationException
                | org.xml.sax.SAXException
                | java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new last child with attributes, given as names and values; its prefix is declared. */
    static Element add(Node parent, String namespace, String qualifiedName, String... attributes) {
        Document document = parent instanceof Document itself ? itself : parent.getOwnerDocument();
        Element element = document.createElementNS(namespace, qualifiedName);
        String prefix = qualifiedName.substring(0, qualifiedName.indexOf(':'));
        parent.appendChild(element);
        if (parent instanceof Document || !namespace.equals(parent.lookupNamespaceURI(prefix))) {
            declare(element, prefix, namespace);
        }
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttributeNS(null, attributes[i], attributes[i + 1]);
        }
        return element;
    }

    static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }

    static Element addText(Node parent, String namespace, String qualifiedName, String text) {
        Element element = add(parent, namespace, qualifiedName);
        element.setTextContent(text);
        return element;
    }

    /** The first element of this name. */
    static Element first(Node root, String namespace, String name) {
        NodeList all =
                root instanceof Document document
                        ? document.getElementsByTagNameNS(namespace, name)
                        : ((Element) root).getElementsByTagNameNS(namespace, name);
        if (all.getLength() == 0) {
            throw new IllegalStateException("there is no " + name);
        }
        return (Element) all.item(0);
    }

    static String write(Node node) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
