package dev.understudy.keycloak;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

/** Members of JSON that Keycloak answers. */
final class Members {
    private Members() {}

    static String text(String json, String name) {
        if (Json.read(json) instanceof JsonObject object
                && object.get(name) instanceof JsonString text) {
            return text.value();
        }
        throw new AssertionError("no text `" + name + "` in what Keycloak answered");
    }
}
