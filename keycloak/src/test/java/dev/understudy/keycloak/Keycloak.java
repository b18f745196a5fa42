package dev.understudy.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A Keycloak of its own, on a free port of the loopback, with an empty database in memory and a
 * certificate made for it. It calls itself {@value #URL}, as one behind a proxy would, since an
 * issuer's URL in IAM has no port.
 */
final class Keycloak implements AutoCloseable {
    static final String HOST = "keycloak.localhost";
    static final String URL = "https://" + HOST;
    static final String ADMINISTRATOR = "admin";

    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Path log;
    private final int port;
    private final int managementPort;
    private final String password;
    private final OwnCertificate certificate;
    private final SSLContext tls;
    private final Process process;
    private final AtomicInteger priority = new AtomicInteger(200);

    /**
     * Starts it, and waits until it answers.
     *
     * @param folder for certificate, log and data, which is empty
     * @param realms what it knows, as its own export writes it, by the name of the realm
     */
    Keycloak(Path folder, String password, Map<String, String> realms)
            throws IOException, InterruptedException, GeneralSecurityException {
        this.log = folder.resolve("keycloak.log");
        this.password = password;
        this.port = freePort();
        this.managementPort = freePort();
        this.certificate = OwnCertificate.of(HOST, folder);
        this.tls = trusting(certificate);
        Path home = home();
        imports(home, realms);
        this.process = start(home);
        try {
            waitUntilItAnswers(realms.keySet());
        } catch (IOException | InterruptedException | RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private static Path home() {
        String unpacked = System.getProperty("understudy.keycloak");
        if (unpacked == null || !Files.isDirectory(Path.of(unpacked))) {
            throw new IllegalStateException("Keycloak is not unpacked: mvn verify -Pkeycloak");
        }
        return Path.of(unpacked);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void imports(Path home, Map<String, String> realms) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data").resolve("import"));
        for (Map.Entry<String, String> realm : realms.entrySet()) {
            Files.writeString(folder.resolve(realm.getKey() + ".json"), realm.getValue());
        }
    }

    private static SSLContext trusting(OwnCertificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load((InputStream) null, null);
        trusted.setCertificateEntry(HOST, certificate.certificate());
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, factory.getTrustManagers(), null);
        return tls;
    }

    private Process start(Path home) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "bash",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start",
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm",
                        "--http-enabled=false",
                        "--http-host=127.0.0.1",
                        "--https-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=" + URL,
                        "--https-key-store-file=" + certificate.file(),
                        "--https-key-store-password=" + OwnCertificate.PASSWORD);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "JAVA_HOME",
                                JAVA.toString(),
                                "JAVA_OPTS_KC_HEAP",
                                "-Xms64m -Xmx512m",
                                "KC_BOOTSTRAP_ADMIN_USERNAME",
                                ADMINISTRATOR,
                                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                password));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void waitUntilItAnswers(Iterable<String> realms)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        Browser browser = browser();
        for (String realm : realms) {
            while (!answers(browser, realm)) {
                // Waiting for its end is the pause between two looks.
                if (process.waitFor(250, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new AssertionError("Keycloak is not up:\n" + Files.readString(log));
                }
            }
        }
    }

    private static boolean answers(Browser browser, String realm) throws InterruptedException {
        try {
            return browser.get(issuer(realm) + "/.well-known/openid-configuration").statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static String issuer(String realm) {
        return URL + "/realms/" + realm;
    }

    /**
     * Makes a new signing key, of higher priority than those that the realm has, which stay good.
     */
    void rotateKeys(String realm) throws IOException, InterruptedException {
        Browser browser = browser();
        String answer =
                browser.post(
                                issuer("master") + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        ADMINISTRATOR,
                                        "password",
                                        password))
                        .body();
        HttpResponse<String> made =
                browser.postJson(
                        URL + "/admin/realms/" + realm + "/components",
                        Members.text(answer, "access_token"),
                        """
                        {"name": "rotated", "providerId": "rsa-generated",
                         "providerType": "org.keycloak.keys.KeyProvider",
                         "config": {"priority": ["%d"], "enabled": ["true"], "active": ["true"],
                                    "algorithm": ["RS256"], "keySize": ["2048"]}}
                        """
                                .formatted(priority.incrementAndGet()));
        if (made.statusCode() != 201) {
            throw new AssertionError("no key was made: " + made.statusCode() + " " + made.body());
        }
    }

    Browser browser() {
        return new Browser(tls, URL, "https://127.0.0.1:" + port);
    }

    /** What {@code --idp-address} must say of it. */
    String address() {
        return HOST + "=127.0.0.1:" + port;
    }

    /** Its certificate, in a file of this folder. */
    Path certificateFile(Path folder) throws GeneralSecurityException, IOException {
        return Files.write(folder.resolve("keycloak.der"), certificate.certificate().getEncoded());
    }

    /** SHA-1 of its certificate, as CreateOpenIDConnectProvider wants it. */
    String thumbprint() throws GeneralSecurityException {
        byte[] encoded = certificate.certificate().getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(encoded));
    }

    /** Ends it: its launcher is a shell whose child it is. */
    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> kill(one)).join();
        }
    }

    private static ProcessHandle kill(ProcessHandle one) {
        one.destroyForcibly();
        return one;
    }
}
