package dev.understudy.idp.saml;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Wraps a signed element. The signature still holds for the real element; what a reader finds
 * first, or under the signature, or last, is a forged copy with another subject and another id.
 */
final class Wrapping {
    static final String FORGED_NAME = "forged-administrator";

    private final Document document;
    private final Element real;
    private final Element signature;
    private final Node parent;

    Wrapping(Document document, Element signed) {
        this.document = document;
        this.real = signed;
        this.signature = signatureOf(signed);
        this.parent = signed.getParentNode();
    }

    private static Element signatureOf(Element signed) {
        for (Node node = signed.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && "Signature".equals(element.getLocalName())
                    && Xml.SIGNATURE.equals(element.getNamespaceURI())) {
                return element;
            }
        }
        throw new IllegalStateException("it is not signed");
    }

    /** A copy without signature, of another subject. */
    private Element forged() {
        Element copy = (Element) real.cloneNode(true);
        copy.removeChild(signatureOf(copy));
        copy.setAttributeNS(null, "ID", "_forged");
        Xml.first(copy, Xml.ASSERTION, "NameID").setTextContent(FORGED_NAME);
        if (!copy.getLocalName().equals("Assertion")) {
            Xml.first(copy, Xml.ASSERTION, "Assertion").setAttributeNS(null, "ID", "_forged2");
        }
        return copy;
    }

    void apply(SamlFault fault) {
        Element forged = forged();
        switch (fault) {
            case WRAPPED_1 -> {
                replace(forged);
                moveSignature(forged);
                object().appendChild(real);
            }
            case WRAPPED_2 -> {
                replace(forged);
                moveSignature(forged);
                forged.insertBefore(real, signature);
            }
            case WRAPPED_3 -> {
                if (parent instanceof Document) {
                    replace(forged);
                    forged.insertBefore(real, forged.getFirstChild());
                } else {
                    parent.insertBefore(forged, real);
                }
            }
            case WRAPPED_4 -> {
                replace(forged);
                forged.appendChild(real);
            }
            case WRAPPED_5 -> {
                replace(forged);
                moveSignature(forged);
                document.getDocumentElement().appendChild(real);
            }
            case WRAPPED_6 -> {
                replace(forged);
                moveSignature(forged);
                signature.appendChild(real);
            }
            case WRAPPED_7 -> {
                replace(forged);
                extensions().appendChild(real);
            }
            case WRAPPED_8 -> {
                replace(forged);
                moveSignature(forged);
                signature.insertBefore(object(), signature.getFirstChild()).appendChild(real);
            }
            default -> throw new IllegalArgumentException(fault + " wraps nothing");
        }
    }

    private void replace(Element forged) {
        parent.replaceChild(forged, real);
    }

    /** Takes the signature out of the real element, as verifying it does, and puts it here. */
    private void moveSignature(Element forged) {
        Node issuer = Xml.first(forged, Xml.ASSERTION, "Issuer");
        forged.insertBefore(signature, issuer.getNextSibling());
    }

    private Element object() {
        Element object = Xml.add(signature, Xml.SIGNATURE, "ds:Object");
        object.setAttributeNS(null, "Id", "object");
        return object;
    }

    private Element extensions() {
        Element root = document.getDocumentElement();
        Element extensions = Xml.add(root, Xml.PROTOCOL, "samlp:Extensions");
        root.insertBefore(extensions, root.getFirstChild());
        return extensions;
    }
}
