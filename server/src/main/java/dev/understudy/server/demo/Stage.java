package dev.understudy.server.demo;

import dev.understudy.server.ApiClient;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends the story's requests, and prints of each who called, what was asked, and what came of it.
 */
final class Stage {
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final ApiClient client;
    private final PrintWriter out;
    private final boolean colour;
    private boolean asTold = true;
    private @Nullable Actor explainer;

    Stage(ApiClient client, PrintWriter out, boolean colour) {
        this.client = client;
        this.out = out;
        this.colour = colour;
    }

    /** Whoever plays: a name for the audience, and credentials. */
    record Actor(String name, ApiClient.@Nullable Credentials credentials) {}

    /** Who asks why the requests to come were allowed. */
    void explainedTo(Actor administrator) {
        explainer = administrator;
    }

    /** Whether everything turned out as it should. */
    boolean asTold() {
        return asTold;
    }

    void scene(String title) {
        out.println();
        out.println(paint(BOLD, title));
        out.flush();
    }

    /** A request that must go well. */
    ApiClient.Reply does(Actor actor, String service, String action, String... parameters)
            throws IOException {
        ApiClient.Reply reply = send(actor, service, action, parameters);
        result(reply, reply.ok());
        if (explainer != null) {
            explain(explainer, reply.text("RequestId"));
        }
        return reply;
    }

    /**
     * A request that must be refused with this code. The explanation is asked of the account's
     * administrator.
     */
    ApiClient.Reply mayNot(
            Actor actor,
            String code,
            @Nullable Actor administrator,
            String service,
            String action,
            String... parameters)
            throws IOException {
        ApiClient.Reply reply = send(actor, service, action, parameters);
        result(reply, reply.text("Code").equals(code));
        if (administrator != null && reply.decisionId() != null) {
            explain(administrator, reply.decisionId());
        }
        return reply;
    }

    private ApiClient.Reply send(Actor actor, String service, String action, String... parameters)
            throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        out.println("  " + actor.name() + " calls " + service + ":" + action + summary(map));
        return client.call(actor.credentials(), service, action, map);
    }

    private static String summary(Map<String, String> parameters) {
        StringBuilder summary = new StringBuilder();
        parameters.forEach((name, value) -> {
            boolean shown = !name.endsWith("Document") && !name.equals("WebIdentityToken");
            if (shown && !name.equals("RoleSessionName")) {
                summary.append(' ').append(name).append('=').append(value);
            }
        });
        return summary.toString();
    }

    private void result(ApiClient.Reply reply, boolean expected) {
        asTold &= expected;
        String text =
                reply.ok()
                        ? paint(GREEN, "    allowed") + identity(reply)
                        : paint(RED, "    refused")
                                + " "
                                + reply.status()
                                + " "
                                + reply.text("Code")
                                + ": "
                                + reply.text("Message");
        out.println(text);
        if (!expected) {
            out.println(paint(RED, "    this should have turned out otherwise"));
        }
        out.flush();
    }

    private static String identity(ApiClient.Reply reply) {
        String arn = reply.text("Arn");
        return arn.isEmpty() ? "" : " " + arn;
    }

    private void explain(Actor administrator, String decisionId) throws IOException {
        ApiClient.Reply reply =
                client.call(
                        administrator.credentials(),
                        "sts",
                        "DecodeAuthorizationMessage",
                        Map.of("EncodedMessage", decisionId));
        if (!reply.ok()) {
            // No policy was asked: GetCallerIdentity is anybody's.
            return;
        }
        JsonNode message = new JsonMapper().readTree(reply.text("DecodedMessage"));
        out.println(paint(DIM, "    why: " + message.path("reason").asString()));
        out.flush();
    }

    private String paint(String style, String text) {
        return colour ? style + text + PLAIN : text;
    }
}
