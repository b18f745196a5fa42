package dev.understudy.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Client;
import dev.understudy.operation.WireResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls operations of Organizations as one client, and reads their answers. */
public record Organized(Client client) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The answer of a success. */
    public JsonNode ok(String operation, String body) {
        WireResponse response = send(operation, body);
        assertThat(response.status()).as(new String(response.body())).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** Fails unless the answer is this error, {@code Type: Message}. */
    void refused(String error, String operation, String body) {
        WireResponse response = send(operation, body);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(
                        response.status()
                                + " "
                                + answer.path("__type").asString()
                                + ": "
                                + answer.path("Message").asString())
                .startsWith("400 " + error);
    }

    WireResponse send(String operation, String body) {
        return client.json("AWSOrganizationsV20161128." + operation, body.replace('\'', '"'));
    }
}
