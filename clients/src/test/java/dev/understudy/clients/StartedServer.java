package dev.understudy.clients;

import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.server.ApiClient;
import dev.understudy.server.DataFolder;
import dev.understudy.server.Server;
import dev.understudy.server.config.ConfigLoader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A server on a fresh store, and what points clients at it. */
final class StartedServer implements AutoCloseable {
    private final Server server;

    StartedServer(Path data) {
        this(data, Map.of());
    }

    /** With more settings, by their names. */
    StartedServer(Path data, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(more);
        settings.putAll(Map.of("port", "0", "managementPort", "0", "data", data.toString()));
        server = Server.start(ConfigLoader.load(settings, Map.of(), null), InstantSource.system());
    }

    /** The account that the first start made. */
    String account() {
        return Objects.requireNonNull(server.firstStart()).account().toString();
    }

    String url() {
        return server.apiUrl().toString();
    }

    /** Trusts the provider's keys, without a way to it. */
    void trust(TestIdentityProvider provider) {
        server.provideKeys(provider.issuer(), provider.keySet());
    }

    String[] keys() throws IOException {
        ApiClient.Credentials keys =
                ApiClient.Credentials.read(DataFolder.credentials(server.data()));
        return new String[] {keys.accessKeyId(), keys.secret()};
    }

    Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_ENDPOINT_URL_IAM", url());
        environment.put("AWS_ENDPOINT_URL_STS", url());
        environment.put("AWS_ENDPOINT_URL", url());
        environment.put("AWS_ACCESS_KEY_ID", keys()[0]);
        environment.put("AWS_SECRET_ACCESS_KEY", keys()[1]);
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", "/dev/null");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        return environment;
    }

    /** Runs a client, and gives what it printed if it ended well. */
    String run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment());
        Process process = builder.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + printed);
        }
        return printed;
    }

    @Override
    public void close() {
        server.close();
    }
}
