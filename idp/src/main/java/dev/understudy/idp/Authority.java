package dev.understudy.idp;

import dev.understudy.idp.keys.CertificateMaker;
import dev.understudy.idp.keys.SecretFile;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of one's own, for HTTPS on this machine. Nobody trusts it who is not told
 * to: by its certificate, or by its thumbprint.
 */
public final class Authority {
    private static final String NAME = "Understudy test identity provider, development only";

    private final X509Certificate certificate;
    private final PrivateKey key;

    private Authority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A new one. */
    public static Authority create() {
        KeyPair pair = pair();
        CertificateMaker maker = new CertificateMaker(NAME, pair.getPublic());
        maker.add(Extension.basicConstraints, new BasicConstraints(0));
        maker.add(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new Authority(maker.signed(NAME, pair.getPrivate()), pair.getPrivate());
    }

    /**
     * The one in this folder: {@code ca.pem} for everybody, {@code ca.key} for the owner alone;
     * made if it is not there.
     *
     * @throws IOException if the folder cannot be used
     */
    public static Authority in(Path folder) throws IOException {
        Path secret = folder.resolve("ca.key");
        Path open = folder.resolve("ca.pem");
        if (!Files.exists(secret) || !Files.exists(open)) {
            Authority made = create();
            SecretFile.write(
                    secret, Base64.getEncoder().encodeToString(made.key.getEncoded()) + "\n");
            Files.writeString(open, made.pem());
        }
        try {
            byte[] encoded = Base64.getDecoder().decode(Files.readString(secret).strip());
            return new Authority(
                    CertificateMaker.read(Files.readAllBytes(open)),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // Without its cause, which may quote the key.
            throw new IOException(folder + " does not hold a certificate authority");
        }
    }

    /** Its certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Its certificate, as text. */
    public String pem() {
        return CertificateMaker.pem(certificate);
    }

    /** What CreateOpenIDConnectProvider calls a thumbprint: SHA-1, 40 hexadecimal digits. */
    public String thumbprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(encoded(certificate)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For clients that are to trust this authority, and no other. */
    public SSLContext trusting() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("ca", certificate);
            var trust =
                    javax.net.ssl.TrustManagerFactory.getInstance(
                            javax.net.ssl.TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For a server on this machine that is also called by these names. */
    SSLContext serving(List<String> names) {
        KeyPair pair = pair();
        CertificateMaker maker = new CertificateMaker("localhost", pair.getPublic());
        maker.add(Extension.basicConstraints, new BasicConstraints(false));
        maker.add(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        maker.add(
                Extension.subjectAlternativeName,
                new GeneralNames(
                        names.stream().map(Authority::alternative).toArray(GeneralName[]::new)));
        X509Certificate leaf = maker.signed(NAME, key);
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry(
                    "server",
                    pair.getPrivate(),
                    new char[0],
                    new Certificate[] {leaf, certificate});
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GeneralName alternative(String name) {
        boolean address = name.matches("[0-9.]+") || name.contains(":");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
