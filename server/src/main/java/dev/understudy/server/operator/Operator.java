package dev.understudy.server.operator;

import dev.understudy.directory.Keyring;
import dev.understudy.server.DataFolder;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Gives operator commands, to a running server or to the folder of one that is not. */
public final class Operator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Operator() {}

    /**
     * Runs the command.
     *
     * @param data the server's folder
     * @throws ConfigProblem if the command is refused
     * @throws IOException if a server has the folder and does not answer
     */
    public static JsonNode call(Path data, String command, ObjectNode arguments)
            throws IOException {
        URI running = DataFolder.managementUrl(data);
        if (running != null) {
            return send(running, data, command, arguments);
        }
        try (DataFolder folder = DataFolder.open(data);
                Store store = Store.open(folder.path())) {
            return new OperatorCommands(store, InstantSource.system()).run(command, arguments);
        }
    }

    private static JsonNode send(URI server, Path data, String command, ObjectNode arguments)
            throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("command", command);
        request.put("id", UUID.randomUUID().toString());
        request.put("at", InstantSource.system().instant().getEpochSecond());
        request.set("arguments", arguments);
        Keyring keyring = Keyring.ofFile(DataFolder.masterKey(data), new SecureRandom());
        byte[] message = SealedMessage.request(keyring, request);
        JsonNode answer = SealedMessage.openAnswer(keyring, post(server, message), message);
        if (answer == null) {
            throw new IOException(
                    "the server at " + server + " does not run on " + data + ", or is too old");
        }
        @Nullable JsonNode problem = answer.get("problem");
        if (problem != null) {
            throw new ConfigProblem(problem.asString());
        }
        return answer.path("result");
    }

    private static byte[] post(URI server, byte[] message) throws IOException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve(OperatorDoor.PATH))
                            .timeout(TIMEOUT)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
