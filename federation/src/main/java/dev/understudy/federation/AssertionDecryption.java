package dev.understudy.federation;

import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.security.Key;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Opens an encrypted assertion. Only ciphers that notice a changed byte are taken (AES-GCM under
 * RSA-OAEP), and every failure is the same: whoever sends guesses learns nothing from the answers.
 *
 * @see <a href="https://www.w3.org/TR/xmlenc-core1/">XML Encryption 1.1</a>
 */
final class AssertionDecryption {
    private static final Set<String> CONTENT =
            Set.of(XMLCipher.AES_128_GCM, XMLCipher.AES_192_GCM, XMLCipher.AES_256_GCM);
    private static final Set<String> TRANSPORT = Set.of(XMLCipher.RSA_OAEP, XMLCipher.RSA_OAEP_11);

    /** Each costs a private-key operation for each of the provider's keys. */
    private static final int MOST_KEYS = 4;

    static {
        Init.init();
    }

    private AssertionDecryption() {}

    /** The assertion inside, read again as a document of its own; null if no key opens it. */
    static @Nullable Element open(Element encryptedAssertion, List<PrivateKey> keys) {
        List<Element> data =
                SamlNames.children(encryptedAssertion, SamlNames.ENCRYPTION, "EncryptedData");
        List<Element> wrapped = all(encryptedAssertion, "EncryptedKey");
        if (data.size() != 1
                || wrapped.isEmpty()
                || wrapped.size() > MOST_KEYS
                || !all(encryptedAssertion, "CipherReference").isEmpty()
                || !CONTENT.contains(algorithm(data.getFirst()))) {
            return null;
        }
        for (PrivateKey key : keys) {
            for (Element candidate : wrapped) {
                byte[] plain = plain(data.getFirst(), candidate, key);
                Document document = plain == null ? null : HardenedXml.document(plain);
                if (document != null) {
                    return SamlLayout.assertion(document);
                }
            }
        }
        return null;
    }

    private static byte @Nullable [] plain(Element data, Element wrapped, PrivateKey key) {
        if (!TRANSPORT.contains(algorithm(wrapped))) {
            return null;
        }
        try {
            XMLCipher unwrapping = XMLCipher.getInstance();
            unwrapping.setSecureValidation(true);
            unwrapping.init(XMLCipher.UNWRAP_MODE, key);
            EncryptedKey read = unwrapping.loadEncryptedKey(data.getOwnerDocument(), wrapped);
            Key content = unwrapping.decryptKey(read, algorithm(data));
            XMLCipher decrypting = XMLCipher.getInstance();
            decrypting.setSecureValidation(true);
            decrypting.init(XMLCipher.DECRYPT_MODE, content);
            return decrypting.decryptToByteArray(data);
        } catch (XMLEncryptionException | RuntimeException notForThisKey) {
            // The library throws unchecked ones for members that are missing.
            return null;
        }
    }

    private static String algorithm(Element encrypted) {
        Element method = SamlNames.child(encrypted, SamlNames.ENCRYPTION, "EncryptionMethod");
        return method == null ? "" : method.getAttributeNS(null, "Algorithm");
    }

    private static List<Element> all(Element root, String name) {
        NodeList nodes = root.getElementsByTagNameNS(SamlNames.ENCRYPTION, name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
