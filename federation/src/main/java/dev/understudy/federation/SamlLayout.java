package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The only arrangement of a response, or of an assertion that stood encrypted in one, that is
 * looked at: one assertion, where the standard puts it; signatures as children of what they sign;
 * nothing hidden in a signature; no id twice. What wraps a signed element moves something out of
 * its place, and ends here before any signature is computed.
 */
final class SamlLayout {
    private final Set<String> ids = new HashSet<>();
    private int assertions;

    private SamlLayout() {}

    /** The response's root element; null if the document is none of that arrangement. */
    static @Nullable Element response(Document document) {
        Element root = document.getDocumentElement();
        SamlLayout layout = new SamlLayout();
        return SamlNames.is(root, SamlNames.PROTOCOL, "Response")
                        && layout.plain(document)
                        && layout.assertions == 1
                        && child(root) != null
                ? root
                : null;
    }

    /** The same for an assertion that is a document of its own. */
    static @Nullable Element assertion(Document document) {
        Element root = document.getDocumentElement();
        SamlLayout layout = new SamlLayout();
        return isAssertion(root) && layout.plain(document) && layout.assertions == 1 ? root : null;
    }

    /** The response's assertion, plain or encrypted; null if it is not its child. */
    static @Nullable Element child(Element response) {
        Element plain = SamlNames.child(response, SamlNames.ASSERTION, "Assertion");
        return plain != null
                ? plain
                : SamlNames.child(response, SamlNames.ASSERTION, "EncryptedAssertion");
    }

    private boolean plain(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                return false;
            }
            if (node instanceof Element element && !(inPlace(element) && plain(element))) {
                return false;
            }
        }
        return true;
    }

    private boolean inPlace(Element element) {
        if (!idsAreNew(element)) {
            return false;
        }
        if (isAssertion(element)
                || SamlNames.is(element, SamlNames.ASSERTION, "EncryptedAssertion")) {
            assertions++;
            return true;
        }
        if (SamlNames.is(element, SamlNames.PROTOCOL, "Response")) {
            return element.getParentNode() instanceof Document;
        }
        return !SamlNames.SIGNATURE.equals(element.getNamespaceURI()) || signatureInPlace(element);
    }

    private static boolean signatureInPlace(Element element) {
        return switch (element.getLocalName()) {
            case "Object", "Manifest", "RetrievalMethod" -> false;
            case "Signature" ->
                    element.getParentNode() instanceof Element signed
                            && (isAssertion(signed)
                                    || SamlNames.is(signed, SamlNames.PROTOCOL, "Response"))
                            && SamlNames.children(signed, SamlNames.SIGNATURE, "Signature").size()
                                    == 1;
            case "SignedInfo", "SignatureValue" ->
                    element.getParentNode() instanceof Element signature
                            && SamlNames.is(signature, SamlNames.SIGNATURE, "Signature")
                            && SamlNames.children(
                                                    signature,
                                                    SamlNames.SIGNATURE,
                                                    element.getLocalName())
                                            .size()
                                    == 1;
            default -> true;
        };
    }

    private boolean idsAreNew(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName().toLowerCase(Locale.ROOT);
            if ((name.equals("id") || name.equals("assertionid"))
                    && !ids.add(attribute.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAssertion(Element element) {
        return SamlNames.is(element, SamlNames.ASSERTION, "Assertion");
    }
}
