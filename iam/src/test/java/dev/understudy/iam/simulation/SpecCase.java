package dev.understudy.iam.simulation;

import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;
import dev.understudy.policy.SpecWorld;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A case of {@code spec/policy} that decides an access request, for readers that ask through the
 * API. Cases about other things are passed over.
 */
record SpecCase(String name, JsonNode node) {
    private static final List<String> NEEDED =
            List.of("principal", "action", "resource", "policies", "expect", "owner");
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String NOTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"none:None\","
                    + "\"Resource\":\"*\"}}";

    static List<SpecCase> all() {
        return SpecWorld.all().stream()
                .map(world -> new SpecCase(world.toString(), world.json()))
                .filter(spec -> NEEDED.stream().allMatch(spec.node()::has))
                .toList();
    }

    /** The same with session names and values of two letters where it has one; STS wants two. */
    SpecCase lengthened() {
        String text = node.toString();
        String session = who("session");
        if (session.length() == 1) {
            text = text.replace("/" + session + "\"", "/" + session + session + "\"");
            text =
                    text.replace(
                            "\"session\":\"" + session + "\"",
                            "\"session\":\"" + session + session + "\"");
        }
        for (JsonNode value : node.path("context")) {
            if (value.isString() && value.asString().length() == 1) {
                String one = value.asString();
                text = text.replace("\"" + one + "\"", "\"" + one + one + "\"");
            }
        }
        return new SpecCase(name, new JsonMapper().readTree(text));
    }

    String action() {
        return node.get("action").asString();
    }

    String resource() {
        return node.get("resource").asString();
    }

    AccountId owner() {
        return AccountId.of(node.get("owner").asString());
    }

    String who(String member) {
        return node.get("principal").path(member).asString("");
    }

    String type() {
        return who("type");
    }

    AccountId account() {
        String account = who("account");
        return account.isEmpty() ? owner() : AccountId.of(account);
    }

    String partition() {
        String partition = who("partition");
        return partition.isEmpty() ? "aws" : partition;
    }

    /** {@code allowed}, {@code explicit} or {@code implicit}. */
    String verdict() {
        return node.get("expect").asString().split(" ")[0];
    }

    /** The Sids of the deciding statements. */
    List<String> deciding() {
        List<String> sids = new ArrayList<>();
        node.path("deciding").forEach(sid -> sids.add(sid.asString()));
        return sids;
    }

    JsonNode policies() {
        return node.get("policies");
    }

    boolean has(String policies) {
        return policies().has(policies);
    }

    /** The document as a request can hold it: IAM takes letters up to U+00FF only. */
    static String sent(JsonNode document) {
        return ASCII.writeValueAsString(document);
    }

    /** The identity policies' texts; one that allows nothing where there is none. */
    List<String> identity() {
        List<String> texts = new ArrayList<>();
        policies().path("identity").forEach(document -> texts.add(sent(document)));
        return texts.isEmpty() ? List.of(NOTHING) : texts;
    }

    /** Whether each policy is a document that could be saved, and only of the given types. */
    boolean isOf(Set<String> types) {
        for (String name : policies().propertyNames()) {
            if (!types.contains(name) && !name.equals("required")) {
                return false;
            }
        }
        return readable(policies().path("identity"), PolicyKind.IDENTITY)
                && readable(one("boundary"), PolicyKind.IDENTITY)
                && readable(one("resourcePolicy"), PolicyKind.RESOURCE)
                && readable(one("trust"), PolicyKind.TRUST)
                && levelsAreReadable();
    }

    private boolean levelsAreReadable() {
        for (JsonNode level : policies().path("serviceControl")) {
            if (level.isEmpty() || !readable(level, PolicyKind.SERVICE_CONTROL)) {
                return false;
            }
        }
        return true;
    }

    private JsonNode one(String name) {
        var list = new JsonMapper().createArrayNode();
        if (policies().has(name)) {
            list.add(policies().get(name));
        }
        return list;
    }

    private static boolean readable(JsonNode documents, PolicyKind kind) {
        for (JsonNode document : documents) {
            PolicyReading reading =
                    kind == PolicyKind.IDENTITY
                            ? PolicyReader.readInline(document.toString())
                            : PolicyReader.read(document.toString(), kind);
            if (!document.isObject() || reading instanceof PolicyReading.Invalid) {
                return false;
            }
        }
        return true;
    }

    /** The Sid of the statement that ends behind the column of the one-line text. */
    static String sidAt(String text, int column) {
        return PolicyDocument.parse(text).statements().stream()
                .filter(statement -> statement.end().column() + 1 == column)
                .map(statement -> String.valueOf(statement.sid()))
                .findFirst()
                .orElse("nothing ends at " + column);
    }

    @Override
    public String toString() {
        return name;
    }
}
