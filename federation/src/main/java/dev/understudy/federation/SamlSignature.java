package dev.understudy.federation;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.io.InputStream;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;

/**
 * The XML signature that an element carries as its child: by a pinned key, over that element and
 * nothing else. What the signature says of its own key is not read.
 */
final class SamlSignature {
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String ENCRYPTION = SamlNames.ENCRYPTION;
    private static final Set<String> SIGNATURES =
            Set.of(
                    MORE + "rsa-sha256",
                    MORE + "rsa-sha384",
                    MORE + "rsa-sha512",
                    MORE + "ecdsa-sha256",
                    MORE + "ecdsa-sha384",
                    MORE + "ecdsa-sha512");
    private static final Set<String> DIGESTS =
            Set.of(ENCRYPTION + "sha256", MORE + "sha384", ENCRYPTION + "sha512");
    private static final Set<String> SHA1 =
            Set.of(
                    SamlNames.SIGNATURE + "sha1",
                    SamlNames.SIGNATURE + "rsa-sha1",
                    MORE + "ecdsa-sha1");
    private static final List<String> TRANSFORMS =
            List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE);

    private final Element signed;
    private final Element signature;
    private final boolean sha1Allowed;

    private SamlSignature(Element signed, Element signature, boolean sha1Allowed) {
        this.signed = signed;
        this.signature = signature;
        this.sha1Allowed = sha1Allowed;
    }

    /** The signature of this element; null if it has none. */
    static @Nullable SamlSignature of(Element signed, boolean sha1Allowed) {
        Element signature = SamlNames.child(signed, SamlNames.SIGNATURE, "Signature");
        return signature == null ? null : new SamlSignature(signed, signature, sha1Allowed);
    }

    /**
     * The octets that were digested, if one of these certificates' keys signed them; null if not,
     * or if the signature is of another form.
     */
    byte @Nullable [] verifiedOctets(List<X509Certificate> certificates) {
        String id = SamlNames.attribute(signed, "ID");
        if (id == null || id.isEmpty()) {
            return null;
        }
        for (X509Certificate certificate : certificates) {
            byte[] octets = verifiedOctets(certificate.getPublicKey(), id);
            if (octets != null) {
                return octets;
            }
        }
        return null;
    }

    private byte @Nullable [] verifiedOctets(Key key, String id) {
        try {
            DOMValidateContext context = new DOMValidateContext(new Pinned(key), signature);
            context.setIdAttributeNS(signed, null, "ID");
            context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
            // The platform's secure mode knows no exception for SHA-1. What else it forbids has no
            // place in the form that is checked here.
            boolean strict = !(sha1Allowed && namesSha1());
            context.setProperty("org.jcp.xml.dsig.secureValidation", strict);
            XMLSignature read =
                    XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            SignedInfo info = read.getSignedInfo();
            if (!read.getObjects().isEmpty() || !isOfTheForm(info, id)) {
                return null;
            }
            if (!read.validate(context)) {
                return null;
            }
            try (InputStream digested = info.getReferences().getFirst().getDigestInputStream()) {
                return Objects.requireNonNull(digested, "kept, as asked").readAllBytes();
            }
        } catch (MarshalException
                | XMLSignatureException
                | IOException
                | ClassCastException
                | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private boolean isOfTheForm(SignedInfo info, String id) {
        if (info.getReferences().size() != 1 || info.getId() != null) {
            return false;
        }
        Reference reference = info.getReferences().getFirst();
        return CanonicalizationMethod.EXCLUSIVE.equals(
                        info.getCanonicalizationMethod().getAlgorithm())
                && allowed(info.getSignatureMethod(), SIGNATURES)
                && allowed(reference.getDigestMethod(), DIGESTS)
                && ("#" + id).equals(reference.getURI())
                && reference.getTransforms().stream()
                        .map(AlgorithmMethod::getAlgorithm)
                        .toList()
                        .equals(TRANSFORMS);
    }

    private boolean allowed(AlgorithmMethod method, Set<String> algorithms) {
        return algorithms.contains(method.getAlgorithm())
                || sha1Allowed && SHA1.contains(method.getAlgorithm());
    }

    private boolean namesSha1() {
        NodeList all = signature.getElementsByTagNameNS(SamlNames.SIGNATURE, "*");
        for (int i = 0; i < all.getLength(); i++) {
            if (SHA1.contains(((Element) all.item(i)).getAttributeNS(null, "Algorithm"))) {
                return true;
            }
        }
        return false;
    }

    /** Selects the one key, whatever the signature says. */
    private static final class Pinned extends KeySelector {
        private final Key key;

        Pinned(Key key) {
            this.key = key;
        }

        @Override
        public KeySelectorResult select(
                @Nullable KeyInfo info,
                Purpose purpose,
                AlgorithmMethod method,
                XMLCryptoContext context) {
            return () -> key;
        }
    }
}
