package dev.understudy.server.check;

import dev.understudy.catalog.Judged;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to a question about an action that AWS does not define: denied, whatever policies say.
 */
public final class UnknownAction {
    private final Question question;
    private final Judged.UnknownAction unknown;

    /** The answer to this question. */
    public UnknownAction(Question question, Judged.UnknownAction unknown) {
        this.question = question;
        this.unknown = unknown;
    }

    private String reason() {
        String meant =
                unknown.similar().isEmpty()
                        ? ""
                        : ": did you mean `" + String.join("`, `", unknown.similar()) + "`?";
        return "AWS defines no action `" + unknown.action() + "`" + meant;
    }

    /** For people. */
    public String text() {
        return "DENIED\n  principal: %s\n  action: %s\n  resource: %s\n  reason: %s"
                .formatted(question.principal(), question.action(), question.resource(), reason());
    }

    /** For machines, with the names that an explanation has, and {@code similar} actions. */
    public String json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("verdict", "implicitDeny")
                .put("principal", question.principal())
                .put("action", question.action())
                .put("resource", question.resource())
                .put("reason", reason());
        unknown.similar().forEach(json.putArray("similar")::add);
        return mapper.writeValueAsString(json);
    }
}
