package dev.understudy.idp.saml;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Puts an encrypted assertion in the place of one: AES-256-GCM under RSA-OAEP, by the platform's
 * ciphers and nothing that reads XML encryption.
 *
 * @see <a href="https://www.w3.org/TR/xmlenc-core1/">XML Encryption 1.1</a>
 */
final class Encrypting {
    private static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
    private static final String AES_256_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Encrypting() {}

    static void replace(Element assertion, PublicKey key, SecureRandom random) {
        Node parent = assertion.getParentNode();
        byte[] plain = Xml.write(assertion).getBytes(StandardCharsets.UTF_8);
        Element encrypted = Xml.add(parent, Xml.ASSERTION, "saml:EncryptedAssertion");
        parent.replaceChild(encrypted, assertion);
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256, random);
            SecretKey content = generator.generateKey();
            Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            wrap.init(Cipher.WRAP_MODE, key, random);
            data(encrypted, wrap.wrap(content), sealed(plain, content, random));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sealed(byte[] plain, SecretKey key, SecureRandom random)
            throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        return sealed;
    }

    private static void data(Element encrypted, byte[] wrappedKey, byte[] content) {
        Element data =
                Xml.add(
                        encrypted,
                        ENCRYPTION,
                        "xenc:EncryptedData",
                        "Type",
                        ENCRYPTION + "Element");
        Xml.add(data, ENCRYPTION, "xenc:EncryptionMethod", "Algorithm", AES_256_GCM);
        Element info = Xml.add(data, Xml.SIGNATURE, "ds:KeyInfo");
        Element key = Xml.add(info, ENCRYPTION, "xenc:EncryptedKey");
        Xml.add(
                key,
                ENCRYPTION,
                "xenc:EncryptionMethod",
                "Algorithm",
                ENCRYPTION + "rsa-oaep-mgf1p");
        cipherValue(key, wrappedKey);
        cipherValue(data, content);
    }

    private static void cipherValue(Element parent, byte[] bytes) {
        Element holder = Xml.add(parent, ENCRYPTION, "xenc:CipherData");
        Xml.addText(
                holder, ENCRYPTION, "xenc:CipherValue", Base64.getEncoder().encodeToString(bytes));
    }
}
