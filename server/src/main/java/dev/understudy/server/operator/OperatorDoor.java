package dev.understudy.server.operator;

import dev.understudy.directory.Keyring;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a running server hears its operator: a message sealed under the master key, not older than
 * a minute, heard once. Everybody else hears that there is nothing here.
 */
public final class OperatorDoor {
    /** Where it is on the management port. */
    public static final String PATH = "/operator";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int MOST_BYTES = 65_536;
    private static final int MOST_REMEMBERED = 10_000;

    private final OperatorCommands commands;
    private final Keyring keyring;
    private final InstantSource clock;
    private final Map<String, Instant> heard = new HashMap<>();

    /** The door to these commands. */
    public OperatorDoor(OperatorCommands commands, Keyring keyring, InstantSource clock) {
        this.commands = commands;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** The sealed answer; null if the message is none of the operator's, or is not heard again. */
    public byte @Nullable [] answer(byte[] message) {
        JsonNode request =
                message.length > MOST_BYTES ? null : SealedMessage.openRequest(keyring, message);
        if (request == null || !isFresh(request)) {
            return null;
        }
        ObjectNode answer = JSON.createObjectNode();
        try {
            JsonNode result =
                    commands.run(request.path("command").asString(""), request.path("arguments"));
            answer.set("result", result);
        } catch (ConfigProblem problem) {
            answer.put("problem", problem.getMessage());
        }
        return SealedMessage.answer(keyring, answer, message);
    }

    private synchronized boolean isFresh(JsonNode request) {
        Instant now = clock.instant();
        Instant at = Instant.ofEpochSecond(request.path("at").asLong(0));
        String id = request.path("id").asString("");
        heard.values().removeIf(past -> past.isBefore(now.minus(GOOD_FOR.multipliedBy(2))));
        if (id.isEmpty()
                || at.isBefore(now.minus(GOOD_FOR))
                || at.isAfter(now.plus(GOOD_FOR))
                || heard.size() >= MOST_REMEMBERED) {
            return false;
        }
        return heard.putIfAbsent(id, now) == null;
    }
}
