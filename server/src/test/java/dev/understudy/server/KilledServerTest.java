package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.cli.Main;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A server is killed under load, again and again: every write that it acknowledged is there at the
 * next start.
 */
class KilledServerTest {
    private static final int KILLS = 20;
    private static final int CALLERS = 8;
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";

    @TempDir private Path folder;

    @Test
    void acknowledgedWritesSurviveKills() throws Exception {
        Random random = new Random(11);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int run = 0; run <= KILLS; run++) {
            Process server = start();
            URI url = url(server);
            ApiClient client = new ApiClient(url, InstantSource.system());
            ApiClient.Credentials admin = admin();
            assertThat(names(client, admin)).as("after kill %d", run).containsAll(acknowledged);
            if (run < KILLS) {
                load(client, admin, run, 15 + random.nextInt(60), acknowledged, server);
            } else {
                server.destroy();
            }
            server.waitFor();
        }
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(KILLS * 15);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--management-port",
                        "0",
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI url(Process server) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready: ")) {
                return URI.create(line.replaceAll(".*(http://[^ ,]+),.*", "$1"));
            }
        }
        throw new AssertionError("the server did not get ready");
    }

    private ApiClient.Credentials admin() throws IOException {
        return ApiClient.Credentials.read(DataFolder.credentials(folder));
    }

    private static Set<String> names(ApiClient client, ApiClient.Credentials admin)
            throws IOException {
        Set<String> names = new HashSet<>();
        String marker = "";
        do {
            Map<String, String> parameters =
                    marker.isEmpty()
                            ? Map.of("MaxItems", "1000")
                            : Map.of("MaxItems", "1000", "Marker", marker);
            ApiClient.Reply reply = client.call(admin, "iam", "ListRoles", parameters);
            var roles = reply.body().getElementsByTagName("RoleName");
            for (int i = 0; i < roles.getLength(); i++) {
                names.add(roles.item(i).getTextContent());
            }
            marker = reply.text("Marker");
        } while (!marker.isEmpty());
        return names;
    }

    /**
     * Creates roles from many threads until so many are acknowledged, and kills the server while
     * they go on.
     */
    private static void load(
            ApiClient client,
            ApiClient.Credentials admin,
            int run,
            int writes,
            Set<String> acknowledged,
            Process server)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(writes);
        Thread[] callers = new Thread[CALLERS];
        for (int c = 0; c < CALLERS; c++) {
            int caller = c;
            callers[c] =
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int i = 0; server.isAlive(); i++) {
                                    String name = "run" + run + "c" + caller + "n" + i;
                                    try {
                                        ApiClient.Reply reply =
                                                client.call(
                                                        admin,
                                                        "iam",
                                                        "CreateRole",
                                                        Map.of(
                                                                "RoleName",
                                                                name,
                                                                "AssumeRolePolicyDocument",
                                                                TRUST));
                                        if (reply.ok()) {
                                            acknowledged.add(name);
                                            enough.countDown();
                                        }
                                    } catch (IOException killed) {
                                        return;
                                    }
                                }
                            });
        }
        enough.await();
        server.destroyForcibly();
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
