package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One case of {@code spec/policy}: a question, all policies that apply, and the answer AWS gives.
 *
 * @param file where it stands
 * @param name unique within the file
 * @param source who says so: a page of AWS's documentation, a recording, or a choice of ours
 * @param request the question
 * @param policies what decides it
 * @param expected {@code allowed}, or {@code explicit} or {@code implicit} with the kind of policy
 *     that AWS's message names
 * @param deciding the Sids of the statements that decided, in any order
 * @param json the case as it was read, defaults filled in
 */
public record SpecWorld(
        String file,
        String name,
        String source,
        AccessRequest request,
        PolicySet policies,
        String expected,
        List<String> deciding,
        ObjectNode json) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Every decision in {@code spec/policy}. */
    public static List<SpecWorld> all() {
        return SpecFiles.decisions().stream().flatMap(file -> in(file).stream()).toList();
    }

    /** The decisions in one of its files. */
    public static List<SpecWorld> in(String file) {
        return SpecFiles.cases(file).stream().map(given -> of(file, given)).toList();
    }

    /** The world of one case. */
    public static SpecWorld of(String file, ObjectNode given) {
        ObjectNode full = spelledOut(given);
        List<String> deciding = new ArrayList<>();
        full.get("deciding").forEach(sid -> deciding.add(sid.asString()));
        return new SpecWorld(
                file,
                full.get("name").asString(),
                full.get("source").asString(),
                request(full),
                policies(full),
                full.get("expect").asString(),
                List.copyOf(deciding),
                full);
    }

    /** The decision in the words of the case files. */
    public static String text(Decision decision) {
        if (decision instanceof Decision.Denied) {
            Decision.Denied denied = (Decision.Denied) decision;
            return (denied.explicit() ? "explicit " : "implicit ") + denied.kind();
        }
        return "allowed";
    }

    /** A case that gives a condition alone stands for an identity policy that allows under it. */
    private static ObjectNode spelledOut(ObjectNode given) {
        if (!given.has("condition")) {
            return given;
        }
        ObjectNode full = given.deepCopy();
        ObjectNode document = JSON.createObjectNode();
        document.put("Version", given.path("version").asString("2012-10-17"));
        ObjectNode statement = document.putObject("Statement");
        statement.put("Sid", "c").put("Effect", "Allow").put("Action", "*").put("Resource", "*");
        statement.set("Condition", given.get("condition"));
        full.putObject("policies").putArray("identity").add(document);
        boolean matches = given.get("matches").asBoolean();
        full.put("expect", matches ? "allowed" : "implicit IDENTITY");
        full.putArray("deciding");
        if (matches) {
            full.withArray("deciding").add("c");
        }
        return full;
    }

    /** The question of a case. */
    static AccessRequest request(JsonNode given) {
        return new AccessRequest(
                SpecPrincipals.principal(given.get("principal")),
                given.get("action").asString(),
                given.get("resource").asString(),
                given.hasNonNull("owner") ? AccountId.of(given.get("owner").asString()) : null,
                context(given.path("context")));
    }

    private static RequestContext context(JsonNode keys) {
        RequestContext.Builder context = RequestContext.builder();
        keys.properties()
                .forEach(key -> {
                    if (key.getValue().isArray()) {
                        List<String> values = new ArrayList<>();
                        key.getValue().forEach(value -> values.add(value.asString()));
                        context.putAll(key.getKey(), values);
                    } else {
                        context.put(key.getKey(), key.getValue().asString());
                    }
                });
        return context.build();
    }

    /** The policies of a case. Organizations' policies do not bind service-linked roles. */
    static PolicySet policies(JsonNode given) {
        JsonNode layers = given.get("policies");
        boolean linked = given.path("principal").path("serviceLinked").asBoolean(false);
        PolicySource resource = source(PolicyKind.RESOURCE, layers.get("resourcePolicy"));
        PolicySource trust = source(PolicyKind.TRUST, layers.get("trust"));
        PolicySet.Builder set =
                PolicySet.builder()
                        .identity(sources(PolicyKind.IDENTITY, layers.path("identity")))
                        .boundary(source(PolicyKind.BOUNDARY, layers.get("boundary")))
                        .resource(trust == null ? resource : trust)
                        .resourcePolicyRequired(layers.path("required").asBoolean(false))
                        .vpcEndpoint(source(PolicyKind.VPC_ENDPOINT, layers.get("vpcEndpoint")));
        if (layers.has("session")) {
            set.session(sources(PolicyKind.SESSION, layers.get("session")));
        }
        if (!linked) {
            set.serviceControl(levels(PolicyKind.SERVICE_CONTROL, layers.path("serviceControl")));
            set.resourceControl(
                    levels(PolicyKind.RESOURCE_CONTROL, layers.path("resourceControl")));
        }
        return set.build();
    }

    private static List<List<PolicySource>> levels(PolicyKind kind, JsonNode levels) {
        List<List<PolicySource>> list = new ArrayList<>();
        levels.forEach(level -> list.add(sources(kind, level)));
        return list;
    }

    private static List<PolicySource> sources(PolicyKind kind, JsonNode documents) {
        List<PolicySource> list = new ArrayList<>();
        documents.forEach(document -> list.add(source(kind, document)));
        return list;
    }

    private static @Nullable PolicySource source(PolicyKind kind, @Nullable JsonNode document) {
        if (document == null) {
            return null;
        }
        PolicyDocument read =
                document.isString()
                        ? stored(document.asString())
                        : PolicyDocument.parse(document.toString());
        return new PolicySource(kind.name().toLowerCase(Locale.ROOT), kind, read);
    }

    /** What a store holds is read once more, and denies everything if it cannot be. */
    private static PolicyDocument stored(String text) {
        try {
            return PolicyDocument.parse(text);
        } catch (IllegalArgumentException unreadable) {
            return PolicyDocument.unreadable(text);
        }
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
