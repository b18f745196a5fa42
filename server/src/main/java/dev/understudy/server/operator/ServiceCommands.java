package dev.understudy.server.operator;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Account;
import dev.understudy.directory.RegisteredService;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.iam.services.ServiceRegistry;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/** Registers services, which then may act as service principals. */
final class ServiceCommands {
    private static final JsonMapper JSON = new JsonMapper();

    private final Store store;
    private final ServiceRegistry registry;

    ServiceCommands(Store store) {
        this.store = store;
        registry = new ServiceRegistry(store.directory(), store.keyring());
    }

    JsonNode register(JsonNode arguments, Instant now) {
        RegisteredService service =
                new RegisteredService(
                        text(arguments, "name"),
                        now,
                        textOrNull(arguments, "sourceArn"),
                        textOrNull(arguments, "sourceAccount"));
        return told(() -> registry.register(service, now, store.random()));
    }

    JsonNode newKey(JsonNode arguments, Instant now) {
        return told(() -> registry.newKey(text(arguments, "name"), now, store.random()));
    }

    JsonNode remove(JsonNode arguments, Instant now) {
        @Nullable String key = textOrNull(arguments, "key");
        try {
            if (key == null) {
                registry.remove(text(arguments, "name"), now);
            } else {
                registry.removeKey(text(arguments, "name"), key, now);
            }
        } catch (IllegalArgumentException refused) {
            throw new ConfigProblem(String.valueOf(refused.getMessage()));
        }
        return JSON.createObjectNode();
    }

    JsonNode list() {
        ArrayNode list = JSON.createArrayNode();
        Account home = store.directory().account(RegisteredService.HOME);
        if (home == null) {
            return list;
        }
        for (RegisteredService service : home.services()) {
            ObjectNode described = list.addObject();
            described.put("name", service.name());
            described.put("created", service.createDate().toString());
            described.put("sourceArn", service.sourceArn());
            described.put("sourceAccount", service.sourceAccount());
            ArrayNode keys = described.putArray("accessKeyIds");
            home.accessKeysOf(service.name()).stream().map(AccessKey::id).forEach(keys::add);
        }
        return list;
    }

    /** Something that makes a key. */
    private interface Making {
        NewAccessKey make();
    }

    private static JsonNode told(Making making) {
        try {
            NewAccessKey made = making.make();
            return JSON.createObjectNode()
                    .put("accessKeyId", made.key().id())
                    .put("secretAccessKey", made.secret());
        } catch (IllegalArgumentException refused) {
            throw new ConfigProblem(String.valueOf(refused.getMessage()));
        }
    }

    private static String text(JsonNode arguments, String name) {
        String text = textOrNull(arguments, name);
        if (text == null) {
            throw new ConfigProblem("`" + name + "` is missing");
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode arguments, String name) {
        JsonNode value = arguments.path(name);
        return value.isString() ? value.asString() : null;
    }
}
