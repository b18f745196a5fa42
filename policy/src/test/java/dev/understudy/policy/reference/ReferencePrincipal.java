package dev.understudy.policy.reference;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/**
 * Whom a statement names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class ReferencePrincipal {
    static final int NONE = 0;
    static final int ACCOUNT = 1;
    static final int ROLE_LEVEL = 2;
    static final int DIRECT = 3;

    private final String type;
    private final String account;
    private final String partition;

    /** What names the principal itself. */
    private final List<String> own;

    /** What names its role, or the user that federated it. */
    private final List<String> role;

    ReferencePrincipal(JsonNode who) {
        this.type = who.get("type").asString();
        this.account = hasAccount() ? who.path("account").asString("111122223333") : "";
        this.partition = who.path("partition").asString("aws");
        String iam = "arn:" + partition + ":iam::" + account + ":";
        String sts = "arn:" + partition + ":sts::" + account + ":";
        switch (type) {
            case "user":
                own = List.of(iam + "user/" + text(who, "name"), text(who, "id"));
                role = List.of();
                break;
            case "role":
                String path = text(who, "role");
                String name = path.substring(path.lastIndexOf('/') + 1);
                own = List.of(sts + "assumed-role/" + name + "/" + text(who, "session"));
                role = List.of(iam + "role/" + path, text(who, "id"));
                break;
            case "federated":
                own = List.of(sts + "federated-user/" + text(who, "name"));
                role = List.of(iam + "user/" + text(who, "by"), text(who, "byId"));
                break;
            case "service":
                own = List.of(text(who, "name"));
                role = List.of();
                break;
            case "outside":
                own = List.of(text(who, "provider"));
                role = List.of();
                break;
            default:
                own = List.of();
                role = List.of();
        }
    }

    private static String text(JsonNode who, String member) {
        return who.path(member).asString("-");
    }

    String type() {
        return type;
    }

    String account() {
        return account;
    }

    String partition() {
        return partition;
    }

    boolean hasAccount() {
        return List.of("user", "role", "federated", "root").contains(type);
    }

    /** How closely the statement names this principal. */
    int named(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            return strongest(statement.get("NotPrincipal")) == NONE ? DIRECT : NONE;
        }
        return statement.has("Principal") ? strongest(statement.get("Principal")) : NONE;
    }

    private int strongest(JsonNode element) {
        if (element.isString()) {
            return element.asString().equals("*") ? DIRECT : NONE;
        }
        int strongest = NONE;
        for (Map.Entry<String, JsonNode> names : element.properties()) {
            for (String name : ReferenceStatement.list(names.getValue())) {
                strongest = Math.max(strongest, one(names.getKey(), name));
            }
        }
        return strongest;
    }

    private int one(String element, String name) {
        switch (element) {
            case "AWS":
                return name.equals("*") ? DIRECT : hasAccount() ? aws(name) : NONE;
            case "Service":
                return type.equals("service") && own.contains(name) ? DIRECT : NONE;
            case "Federated":
                return type.equals("outside") && own.contains(name) ? DIRECT : NONE;
            default:
                // CanonicalUser is S3's, and nobody has such an id here.
                return NONE;
        }
    }

    private int aws(String name) {
        String root = "arn:" + partition + ":iam::" + account + ":root";
        if (name.equals(account) || name.equals(root)) {
            return type.equals("root") ? DIRECT : ACCOUNT;
        }
        return own.contains(name) ? DIRECT : role.contains(name) ? ROLE_LEVEL : NONE;
    }
}
