package dev.understudy.policy;

import tools.jackson.databind.JsonNode;

/** The principals of {@code spec/policy}. */
final class SpecPrincipals {
    private SpecPrincipals() {}

    static Principal principal(JsonNode who) {
        switch (who.get("type").asString()) {
            case "user":
                return user(who, "name", "id");
            case "role":
                return session(who);
            case "federated":
                return new Principal.FederatedUser(
                        account(who),
                        arn(who, "sts", "federated-user/" + who.get("name").asString()),
                        who.has("by") ? user(who, "by", "byId") : null);
            case "root":
                return new Principal.RootUser(partition(who), account(who));
            case "service":
                return new Principal.ServicePrincipal(who.get("name").asString());
            case "outside":
                return new Principal.FederatedIdentity(who.get("provider").asString());
            case "anonymous":
                return new Principal.Anonymous();
            default:
                throw new IllegalArgumentException(who.toString());
        }
    }

    private static Principal user(JsonNode who, String name, String id) {
        return new Principal.IamUser(
                account(who),
                arn(who, "iam", "user/" + who.get(name).asString()),
                who.get(id).asString());
    }

    /** A role's ARN has its path, its sessions' ARNs have not. */
    private static Principal session(JsonNode who) {
        String role = who.get("role").asString();
        String name = role.substring(role.lastIndexOf('/') + 1);
        return new Principal.RoleSession(
                account(who),
                arn(who, "iam", "role/" + role),
                who.get("id").asString(),
                arn(who, "sts", "assumed-role/" + name + "/" + who.get("session").asString()));
    }

    private static String arn(JsonNode who, String service, String resource) {
        return "arn:" + partition(who) + ":" + service + "::" + account(who) + ":" + resource;
    }

    private static String partition(JsonNode who) {
        return who.path("partition").asString("aws");
    }

    private static AccountId account(JsonNode who) {
        return AccountId.of(who.path("account").asString("111122223333"));
    }
}
