package dev.understudy.policy;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Turns the worlds of {@code spec/policy} into requests and policies. */
final class SpecWorld {
    private SpecWorld() {}

    static Principal principal(JsonNode node) {
        String account = node.path("account").asString("111122223333");
        AccountId id = AccountId.of(account);
        return switch (node.get("type").asString()) {
            case "user" ->
                    new Principal.IamUser(
                            id,
                            "arn:aws:iam::" + account + ":user/" + node.get("name").asString(),
                            node.get("id").asString());
            case "role" ->
                    new Principal.RoleSession(
                            id,
                            "arn:aws:iam::" + account + ":role/" + node.get("role").asString(),
                            node.get("id").asString(),
                            "arn:aws:sts::%s:assumed-role/%s/%s"
                                    .formatted(
                                            account,
                                            node.get("role").asString(),
                                            node.get("session").asString()));
            case "federated" ->
                    new Principal.FederatedUser(
                            id,
                            "arn:aws:sts::"
                                    + account
                                    + ":federated-user/"
                                    + node.get("name").asString(),
                            new Principal.IamUser(
                                    id,
                                    "arn:aws:iam::"
                                            + account
                                            + ":user/"
                                            + node.get("by").asString(),
                                    node.get("byId").asString()));
            case "root" -> new Principal.RootUser("aws", id);
            case "service" -> new Principal.ServicePrincipal(node.get("name").asString());
            case "outside" -> new Principal.FederatedIdentity(node.get("provider").asString());
            case "anonymous" -> new Principal.Anonymous();
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    static List<String> names(Principal principal) {
        return principal instanceof Principal.IamUser user
                ? List.of(user.arn(), user.userId())
                : List.of(principal.arn());
    }

    static List<String> roleNames(Principal principal) {
        if (principal instanceof Principal.RoleSession session) {
            return List.of(session.roleArn(), session.roleId());
        }
        return principal instanceof Principal.FederatedUser user && user.federatedBy() != null
                ? names(user.federatedBy())
                : List.of();
    }

    static PolicySet policies(JsonNode c) {
        JsonNode given = c.get("policies");
        PolicySet.Builder set =
                PolicySet.builder().identity(sources(PolicyKind.IDENTITY, given.path("identity")));
        if (given.has("boundary")) {
            set.boundary(source(PolicyKind.BOUNDARY, given.get("boundary")));
        }
        if (given.has("session")) {
            set.session(sources(PolicyKind.SESSION, given.get("session")));
        }
        if (given.has("resourcePolicy")) {
            set.resource(source(PolicyKind.RESOURCE, given.get("resourcePolicy")));
        }
        if (given.has("trust")) {
            set.resource(source(PolicyKind.TRUST, given.get("trust")));
        }
        if (given.has("vpcEndpoint")) {
            set.vpcEndpoint(source(PolicyKind.VPC_ENDPOINT, given.get("vpcEndpoint")));
        }
        return set.resourcePolicyRequired(given.path("required").asBoolean(false))
                .serviceControl(levels(PolicyKind.SERVICE_CONTROL, given.path("serviceControl")))
                .resourceControl(levels(PolicyKind.RESOURCE_CONTROL, given.path("resourceControl")))
                .build();
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

    private static PolicySource source(PolicyKind kind, JsonNode document) {
        PolicyDocument parsed =
                document.isString()
                        ? PolicyDocument.unreadable("?")
                        : PolicyDocument.parse(document.toString());
        return new PolicySource(kind.name().toLowerCase(java.util.Locale.ROOT), kind, parsed);
    }

    static String text(Decision decision) {
        return decision instanceof Decision.Denied denied
                ? (denied.explicit() ? "explicit " : "implicit ") + denied.kind()
                : "allowed";
    }
}
