package dev.understudy.server.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.directory.Directory;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.server.Server;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigLoader;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.config.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Who has the master key commands the server, and nobody else; each message counts once. */
class OperatorTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring = Keyring.inMemory(random);
    private final Store store = new Store(new Directory(new InMemoryJournal()), keyring, random);
    private final OperatorDoor door =
            new OperatorDoor(
                    new OperatorCommands(store, InstantSource.fixed(NOW)),
                    keyring,
                    InstantSource.fixed(NOW));

    @TempDir private Path data;

    private static ObjectNode request(String command, String id, Instant at) {
        ObjectNode request = JSON.createObjectNode();
        request.put("command", command).put("id", id).put("at", at.getEpochSecond());
        request.putObject("arguments").put("name", "backup.example.internal");
        return request;
    }

    private byte[] sealed(String command, String id, Instant at) {
        return SealedMessage.request(keyring, request(command, id, at));
    }

    @Test
    void aSealedMessageIsAnsweredSealed() {
        byte[] message = sealed("service register", "1", NOW);
        byte[] answer = door.answer(message);
        assertThat(answer).isNotNull();
        JsonNode opened = SealedMessage.openAnswer(keyring, answer, message);
        assertThat(opened).isNotNull();
        assertThat(opened.path("result").path("accessKeyId").asString()).startsWith("AKIA");
        String secret = opened.path("result").path("secretAccessKey").asString();
        assertThat(secret).hasSize(40);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).doesNotContain(secret);
    }

    @Test
    void aMessageOfAnybodyElseIsNotHeard() {
        Keyring other = Keyring.inMemory(random);
        ObjectNode request = request("service register", "1", NOW);
        assertThat(door.answer(SealedMessage.request(other, request))).isNull();
        assertThat(door.answer(JSON.writeValueAsBytes(request))).isNull();
        assertThat(door.answer(new byte[0])).isNull();
        assertThat(door.answer(new byte[100_000])).isNull();
        byte[] changed = sealed("service register", "1", NOW);
        changed[changed.length - 8] ^= 1;
        assertThat(door.answer(changed)).isNull();
        assertThat(store.directory().accounts()).isEmpty();
    }

    @Test
    void aMessageIsHeardOnceAndWithinAMinute() {
        byte[] message = sealed("service list", "1", NOW);
        assertThat(door.answer(message)).isNotNull();
        assertThat(door.answer(message)).isNull();
        assertThat(door.answer(sealed("service list", "2", NOW.minusSeconds(61)))).isNull();
        assertThat(door.answer(sealed("service list", "3", NOW.plusSeconds(61)))).isNull();
        assertThat(door.answer(sealed("service list", "", NOW))).isNull();
    }

    @Test
    void anAnswerBelongsToItsRequest() {
        byte[] one = sealed("service list", "1", NOW);
        byte[] other = sealed("service list", "2", NOW);
        byte[] answer = door.answer(one);
        assertThat(answer).isNotNull();
        assertThat(SealedMessage.openAnswer(keyring, answer, other)).isNull();
        assertThat(SealedMessage.openRequest(keyring, answer)).isNull();
    }

    @Test
    void whatIsRefusedSaysWhy() {
        byte[] message = sealed("service remove", "1", NOW);
        byte[] answer = door.answer(message);
        assertThat(answer).isNotNull();
        JsonNode opened = SealedMessage.openAnswer(keyring, answer, message);
        assertThat(opened).isNotNull();
        assertThat(opened.path("problem").asString()).isEqualTo("no service is registered");
    }

    @Test
    void aFolderIsCommandedWithAServerAndWithout() throws IOException {
        ObjectNode name = JSON.createObjectNode().put("name", "backup.example.internal");
        Operator.call(data, "service register", name);
        try (Server server = Server.start(config(), InstantSource.system())) {
            assertThat(server.managementUrl()).isNotNull();
            JsonNode list = Operator.call(data, "service list", JSON.createObjectNode());
            assertThat(list.get(0).path("name").asString()).isEqualTo("backup.example.internal");
            Operator.call(data, "service key", name);
            assertThatThrownBy(() -> Operator.call(data, "service key", name))
                    .isInstanceOf(ConfigProblem.class)
                    .hasMessageContaining("has two keys already");
        }
        JsonNode list = Operator.call(data, "service list", JSON.createObjectNode());
        assertThat(list.get(0).path("accessKeyIds")).hasSize(2);
        Operator.call(data, "service remove", name);
        assertThat(Operator.call(data, "service list", JSON.createObjectNode())).isEmpty();
    }

    private ServerConfig config() {
        return ConfigLoader.load(
                Map.of(),
                Map.of("data", data.toString(), "port", "0", "managementPort", "0"),
                Map.of(),
                null);
    }
}
