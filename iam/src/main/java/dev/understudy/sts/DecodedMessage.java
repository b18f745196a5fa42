package dev.understudy.sts;

import dev.understudy.operation.Decisions;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Explanation;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A refusal in the JSON that AWS decodes messages to, with our explanation as one more member:
 * {@code explanation}, or, where the policies of another account decided, {@code ownSide}, which is
 * what the viewer's alone say.
 */
final class DecodedMessage {
    private static final JsonMapper JSON = new JsonMapper();

    private DecodedMessage() {}

    static String of(Decisions.Decided decision, AccountId viewer) {
        Explanation explained = decision.explainTo(viewer);
        boolean elsewhere = explained.decision().allowed() && !decision.allowed();
        ObjectNode message = JSON.createObjectNode();
        message.put("allowed", decision.allowed());
        message.put(
                "explicitDeny",
                explained.decision() instanceof Decision.Denied denied && denied.explicit());
        message.set("matchedStatements", items());
        message.set("failures", items());
        message.set("context", context(decision.request()));
        message.put("decisionId", decision.id());
        message.put("decidedAt", decision.at().toString());
        if (elsewhere) {
            message.put("reason", Decisions.OTHER_SIDE);
            message.put(
                    "text",
                    "DENIED\n  reason: "
                            + Decisions.OTHER_SIDE
                            + "\n\nby the policies of account "
                            + viewer
                            + " alone it would be\n"
                            + explained.toText());
            message.set("ownSide", JSON.readTree(explained.toJson()));
        } else {
            message.put("reason", explained.reason());
            message.put("text", explained.toText());
            message.set("explanation", JSON.readTree(explained.toJson()));
        }
        return JSON.writeValueAsString(message);
    }

    private static ObjectNode items() {
        ObjectNode list = JSON.createObjectNode();
        list.set("items", JSON.createArrayNode());
        return list;
    }

    private static ObjectNode context(AccessRequest request) {
        ObjectNode context = JSON.createObjectNode();
        context.putObject("principal").put("arn", request.principal().arn());
        context.put("action", request.action());
        context.put("resource", request.resource());
        ArrayNode conditions = context.putObject("conditions").putArray("items");
        request.context().forEach((key, values) -> condition(conditions.addObject(), key, values));
        return context;
    }

    private static void condition(ObjectNode node, String key, List<String> values) {
        node.put("key", key);
        ArrayNode items = node.putObject("values").putArray("items");
        values.forEach(value -> items.addObject().put("value", value));
    }
}
