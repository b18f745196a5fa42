package dev.understudy.policy.reference;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What AWS's documentation says about a decision, written down as plainly as can be: it works on
 * the JSON of a case of {@code spec/policy} as it stands, compiles nothing, remembers nothing, and
 * shares no code with the evaluator. It reads from top to bottom.
 *
 * <p>Its order of steps is that of the user guide's pages on policy evaluation logic, its table of
 * principals that of {@code reference_policies_evaluation-logic_policy-eval-denyallow}.
 */
public final class Reference {
    /** The layers in the order in which a message names the one that denies. */
    private static final List<String> LAYERS =
            List.of(
                    "serviceControl",
                    "resourceControl",
                    "vpcEndpoint",
                    "resourcePolicy",
                    "trust",
                    "identity",
                    "boundary",
                    "session");

    private final JsonNode given;
    private final JsonNode policies;
    private final ReferencePrincipal principal;
    private final boolean bounded;

    private Reference(JsonNode given) {
        this.given = given;
        this.policies = given.get("policies");
        this.principal = new ReferencePrincipal(given.get("principal"));
        this.bounded = policies.has("boundary");
    }

    /** {@code allowed}, or {@code explicit} or {@code implicit} and the kind of policy. */
    public static String decide(JsonNode given) {
        return new Reference(given).decide();
    }

    /**
     * The Sids of the statements that decided: all that deny, or all that allow; none where nothing
     * allows.
     */
    public static List<String> deciding(JsonNode given) {
        Reference reference = new Reference(given);
        String decision = reference.decide();
        if (decision.startsWith("implicit")) {
            return List.of();
        }
        return reference.matching(decision.equals("allowed") ? "Allow" : "Deny");
    }

    private String decide() {
        // 1. An explicit deny of any policy ends it.
        for (String layer : LAYERS) {
            if (denies(layer)) {
                return "explicit " + kind(layer);
            }
        }
        // 2 and 3. Organizations' policies must allow at every level; so must an endpoint's.
        if (!everyLevelAllows("resourceControl")) {
            return "implicit RESOURCE_CONTROL";
        }
        if (!everyLevelAllows("serviceControl")) {
            return "implicit SERVICE_CONTROL";
        }
        if (policies.has("vpcEndpoint") && !allows("vpcEndpoint")) {
            return "implicit VPC_ENDPOINT";
        }
        String resourceLayer = policies.has("trust") ? "trust" : "resourcePolicy";
        int strength = strength(resourceLayer);
        // Services, outsiders and nobody have no policies of their own: the resource decides.
        if (!principal.hasAccount()) {
            boolean direct = strength == ReferencePrincipal.DIRECT;
            return direct ? "allowed" : "implicit " + kind(resourceLayer);
        }
        String owner = given.path("owner").asString("");
        return owner.isEmpty() || owner.equals(principal.account())
                ? withinAccount(resourceLayer, strength)
                : acrossAccounts(resourceLayer, strength);
    }

    private String withinAccount(String resourceLayer, int strength) {
        // 4. A grant to the principal itself is enough; one to its role spares the identity
        // policies; one to its account spares nothing.
        if (strength == ReferencePrincipal.DIRECT) {
            return "allowed";
        }
        if (strength == ReferencePrincipal.NONE && policies.path("required").asBoolean(false)) {
            return "implicit " + kind(resourceLayer);
        }
        return ownSide(strength != ReferencePrincipal.ROLE_LEVEL);
    }

    private String acrossAccounts(String resourceLayer, int strength) {
        // Both sides must say so, and partitions do not mix.
        String own = ownSide(true);
        if (!own.equals("allowed")) {
            return own;
        }
        String[] arn = given.get("resource").asString().split(":", 3);
        boolean samePartition = arn.length < 3 || arn[1].equals(principal.partition());
        return strength > ReferencePrincipal.NONE && samePartition
                ? "allowed"
                : "implicit " + kind(resourceLayer);
    }

    private String ownSide(boolean identityNeeded) {
        // 5. Identity policies; the root user needs none.
        if (identityNeeded && !principal.type().equals("root") && !allows("identity")) {
            return "implicit IDENTITY";
        }
        // 6. The permissions boundary.
        if (bounded && !allows("boundary")) {
            return "implicit BOUNDARY";
        }
        // 7. Session policies; a federated user without any may do nothing.
        boolean hasSession = policies.has("session");
        if (hasSession ? !allows("session") : principal.type().equals("federated")) {
            return "implicit SESSION";
        }
        return "allowed";
    }

    private boolean denies(String layer) {
        for (JsonNode document : documents(layer)) {
            // Nobody knows what a text that cannot be read denied.
            if (document.isString() || !matching(layer, document, "Deny").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean allows(String layer) {
        for (JsonNode document : documents(layer)) {
            if (!matching(layer, document, "Allow").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean everyLevelAllows(String layer) {
        for (JsonNode level : exempt(layer) ? List.<JsonNode>of() : policies.path(layer)) {
            boolean allows = false;
            for (JsonNode document : level) {
                allows |= !matching(layer, document, "Allow").isEmpty();
            }
            if (!allows) {
                return false;
            }
        }
        return true;
    }

    /** How closely the policy of the resource names whom it allows. */
    private int strength(String layer) {
        int strongest = ReferencePrincipal.NONE;
        for (JsonNode document : documents(layer)) {
            for (JsonNode statement : matching(layer, document, "Allow")) {
                strongest = Math.max(strongest, principal.named(statement));
            }
        }
        return strongest;
    }

    private List<String> matching(String effect) {
        List<String> sids = new ArrayList<>();
        for (String layer : LAYERS) {
            for (JsonNode document : documents(layer)) {
                matching(layer, document, effect)
                        .forEach(statement -> sids.add(statement.path("Sid").asString("")));
            }
        }
        return sids;
    }

    /** The statements of this effect that mean this principal and match. */
    private List<JsonNode> matching(String layer, JsonNode document, String effect) {
        List<JsonNode> matching = new ArrayList<>(1);
        boolean variables = document.path("Version").asString("").equals("2012-10-17");
        JsonNode statements = document.path("Statement");
        for (JsonNode statement : statements.isObject() ? List.of(statements) : statements) {
            if (statement.get("Effect").asString().equals(effect)
                    && means(layer, statement)
                    && new ReferenceStatement(statement, given, variables).matches()) {
                matching.add(statement);
            }
        }
        return matching;
    }

    private boolean means(String layer, JsonNode statement) {
        boolean names = statement.has("Principal") || statement.has("NotPrincipal");
        switch (layer) {
            case "resourcePolicy":
            case "trust":
                // A deny of everyone but some always hits whoever has a permissions boundary.
                return bounded
                                && statement.has("NotPrincipal")
                                && statement.get("Effect").asString().equals("Deny")
                        || principal.named(statement) > ReferencePrincipal.NONE;
            case "vpcEndpoint":
            case "resourceControl":
                return !names || principal.named(statement) > ReferencePrincipal.NONE;
            default:
                return true;
        }
    }

    private List<JsonNode> documents(String layer) {
        List<JsonNode> documents = new ArrayList<>();
        JsonNode layered = policies.path(layer);
        if (layered.isMissingNode() || exempt(layer)) {
            return documents;
        }
        if (!layered.isArray()) {
            documents.add(layered);
        }
        for (JsonNode item : layered.isArray() ? layered : List.<JsonNode>of()) {
            if (item.isArray()) {
                item.forEach(documents::add);
            } else {
                documents.add(item);
            }
        }
        return documents;
    }

    /** Organizations' policies do not bind service-linked roles. */
    private boolean exempt(String layer) {
        return layer.endsWith("Control")
                && given.get("principal").path("serviceLinked").asBoolean(false);
    }

    private static String kind(String layer) {
        switch (layer) {
            case "serviceControl":
                return "SERVICE_CONTROL";
            case "resourceControl":
                return "RESOURCE_CONTROL";
            case "vpcEndpoint":
                return "VPC_ENDPOINT";
            case "resourcePolicy":
                return "RESOURCE";
            default:
                return layer.toUpperCase(java.util.Locale.ROOT);
        }
    }
}
