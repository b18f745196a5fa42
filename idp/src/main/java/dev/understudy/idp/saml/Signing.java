package dev.understudy.idp.saml;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** Signs an element: how, over what, and through which transforms. */
final class Signing {
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private final Key key;
    private final X509Certificate certificate;
    private final String algorithm;
    private String digest = DigestMethod.SHA256;
    private @Nullable List<Transform> transforms;
    private @Nullable List<String> references;

    /** By this key, which the signature says to be that of the certificate. */
    Signing(Key key, X509Certificate certificate, String algorithm) {
        this.key = key;
        this.certificate = certificate;
        this.algorithm = algorithm;
    }

    Signing digest(String uri) {
        digest = uri;
        return this;
    }

    /** Over what these refer to instead of the element. */
    Signing references(String... uris) {
        references = List.of(uris);
        return this;
    }

    /** Through this transform as well, or instead of all if it is to be alone. */
    Signing through(Transform... list) {
        transforms = List.of(list);
        return this;
    }

    static Transform transform(String uri, @Nullable TransformParameterSpec parameters) {
        try {
            return FACTORY.newTransform(uri, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts the signature where the standard has it: behind the issuer. */
    void sign(Element element) {
        Node issuer = Xml.first(element, Xml.ASSERTION, "Issuer");
        DOMSignContext context = new DOMSignContext(key, element, issuer.getNextSibling());
        context.setDefaultNamespacePrefix("ds");
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        markIds(context, element.getOwnerDocument().getDocumentElement());
        try {
            FACTORY.newXMLSignature(signedInfo(element), keyInfo()).sign(context);
        } catch (MarshalException | XMLSignatureException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void markIds(DOMSignContext context, Element element) {
        if (element.hasAttributeNS(null, "ID")) {
            context.setIdAttributeNS(element, null, "ID");
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                markIds(context, child);
            }
        }
    }

    private SignedInfo signedInfo(Element element) throws GeneralSecurityException {
        List<Transform> through = transforms;
        if (through == null) {
            through =
                    List.of(
                            transform(Transform.ENVELOPED, null),
                            transform(CanonicalizationMethod.EXCLUSIVE, null));
        }
        List<String> uris = references;
        if (uris == null) {
            uris = List.of("#" + element.getAttributeNS(null, "ID"));
        }
        List<Reference> all = new ArrayList<>();
        for (String uri : uris) {
            all.add(
                    FACTORY.newReference(
                            uri, FACTORY.newDigestMethod(digest, null), through, null, null));
        }
        return FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(
                        CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod(algorithm, null),
                all);
    }

    private KeyInfo keyInfo() {
        KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
        return keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
    }
}
