package dev.understudy.server.operator;

import dev.understudy.iam.delegation.ExchangeTokens;
import dev.understudy.iam.outboundfederation.IssuerKeys;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;

/** Rotates the keys of issuers, and hands out the exchange tokens of delegation requests. */
final class TokenCommands {
    private static final JsonMapper JSON = new JsonMapper();

    private final Store store;

    TokenCommands(Store store) {
        this.store = store;
    }

    JsonNode rotateIssuers(Instant now) {
        IssuerKeys keys = new IssuerKeys(store.directory(), store.keyring(), store.random());
        return JSON.createObjectNode().put("issuers", keys.rotate(now));
    }

    JsonNode exchangeToken(JsonNode arguments, Instant now) {
        try {
            String token =
                    new ExchangeTokens(store.keyring())
                            .of(arguments.path("request").asString(""), store.directory(), now);
            return JSON.createObjectNode().put("token", token);
        } catch (IllegalArgumentException refused) {
            throw new ConfigProblem(String.valueOf(refused.getMessage()));
        }
    }
}
