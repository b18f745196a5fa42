package dev.understudy.server.operator;

import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The commands of whoever runs the server, by name. */
public final class OperatorCommands {
    private final InstantSource clock;
    private final ServiceCommands services;
    private final TokenCommands tokens;

    /** The commands over this store. */
    public OperatorCommands(Store store, InstantSource clock) {
        this.clock = clock;
        services = new ServiceCommands(store);
        tokens = new TokenCommands(store);
    }

    /**
     * Runs one.
     *
     * @throws ConfigProblem if there is none of this name, or it cannot be done
     */
    JsonNode run(String command, JsonNode arguments) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return switch (command) {
            case "service register" -> services.register(arguments, now);
            case "service key" -> services.newKey(arguments, now);
            case "service remove" -> services.remove(arguments, now);
            case "service list" -> services.list();
            case "issuer rotate" -> tokens.rotateIssuers(now);
            case "delegation token" -> tokens.exchangeToken(arguments, now);
            default -> throw ConfigProblem.unknown("command", command, List.of());
        };
    }
}
