package dev.understudy.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/** A new RSA key and a certificate that it signed for itself, good for two days, by keytool. */
record OwnCertificate(Path file, KeyStore store, String name) {
    /** Of the store and of the key in it: nobody but this test ever sees either. */
    static final String PASSWORD = "changeit";

    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

    static OwnCertificate of(String name, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Path printed = folder.resolve(name + ".log");
        Process keytool =
                new ProcessBuilder(
                                List.of(
                                        KEYTOOL.toString(),
                                        "-genkeypair",
                                        "-alias",
                                        name,
                                        "-keyalg",
                                        "RSA",
                                        "-keysize",
                                        "2048",
                                        "-validity",
                                        "2",
                                        "-dname",
                                        "CN=" + name,
                                        "-ext",
                                        "san=dns:" + name + ",ip:127.0.0.1",
                                        "-keystore",
                                        file.toString(),
                                        "-storetype",
                                        "PKCS12",
                                        "-storepass",
                                        PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool failed:\n" + Files.readString(printed));
        }
        return new OwnCertificate(
                file, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()), name);
    }

    Certificate certificate() throws GeneralSecurityException {
        return store.getCertificate(name);
    }

    /** The certificate in base64 on one line, as Keycloak keeps those of its clients. */
    String base64() throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(certificate().getEncoded());
    }

    /** The key in PKCS #8, as AddPrivateKey wants it. */
    String privateKeyPem() throws GeneralSecurityException {
        byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
