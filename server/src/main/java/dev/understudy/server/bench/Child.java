package dev.understudy.server.bench;

import dev.understudy.server.ApiClient;
import dev.understudy.server.DataFolder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process of this program that serves, and whose processor time can be read. */
final class Child implements AutoCloseable {
    private final Process process;
    private final URI url;

    private Child(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the program with these arguments, and waits for its ready line. */
    static Child start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.understudy.server.cli.Main"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready: ")) {
                return new Child(
                        process, URI.create(line.replaceAll(".*?(http://[^ ,]+).*", "$1")));
            }
        }
        throw new IOException("the server under load did not start");
    }

    /** A server of its own with its data in this folder, which is made on the first start. */
    static Child serve(Path data, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--port",
                                "0",
                                "--management-port",
                                "0",
                                "--data",
                                data.toString()));
        arguments.addAll(List.of(more));
        return start(arguments.toArray(String[]::new));
    }

    /** The administrator's keys, which the first start wrote into the folder. */
    static ApiClient.Credentials keys(Path data) throws IOException {
        return ApiClient.Credentials.read(DataFolder.credentials(data));
    }

    URI url() {
        return url;
    }

    /** The processor time it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
