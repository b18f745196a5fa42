package dev.understudy.server.issuers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** An authority and a certificate for {@code localhost} that it signed, by the JDK's keytool. */
public final class TestCertificates {
    private static final String PASSWORD = "not-secret";

    private final KeyStore server = KeyStore.getInstance("PKCS12");

    /** In this folder, the server's with these options of keytool. */
    public TestCertificates(Path folder, String... ofServer)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("certificates.p12");
        make(file, "authority", "-dname", "CN=authority", "-ext", "bc:c", "-ext", "ku:c=kCS");
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-dname",
                                "CN=server",
                                "-ext",
                                "san=dns:localhost",
                                "-signer",
                                "authority"));
        options.addAll(List.of(ofServer));
        make(file, "server", options.toArray(String[]::new));
        try (var in = Files.newInputStream(file)) {
            server.load(in, PASSWORD.toCharArray());
        }
    }

    private static void make(Path file, String alias, String... more)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD));
        if (!List.of(more).contains("-validity")) {
            command.addAll(List.of("-validity", "36500"));
        }
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    SSLServerSocketFactory serverSockets() {
        try {
            KeyStore alone = KeyStore.getInstance("PKCS12");
            alone.load(null, null);
            alone.setKeyEntry(
                    "server",
                    server.getKey("server", PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    server.getCertificateChain("server"));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(alone, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A platform that trusts the authority. */
    X509ExtendedTrustManager trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", server.getCertificate("authority"));
        return ServerTrust.byAuthorities(store);
    }

    /** The authority's certificate, in a file of this folder. */
    public Path authorityFile(Path folder) throws IOException, GeneralSecurityException {
        byte[] certificate = server.getCertificate("authority").getEncoded();
        return Files.write(folder.resolve("authority.der"), certificate);
    }

    /** The thumbprint of {@code authority} or {@code server}. */
    public String thumbprint(String alias) throws GeneralSecurityException {
        return ServerTrust.thumbprint((X509Certificate) server.getCertificate(alias));
    }
}
