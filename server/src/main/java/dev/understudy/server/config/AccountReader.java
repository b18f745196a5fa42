package dev.understudy.server.config;

import dev.understudy.policy.AccountId;
import dev.understudy.server.world.Declared;

import java.util.List;

/** Reads an account as the configuration file declares it. */
final class AccountReader {
    static final List<String> KEYS =
            List.of(
                    "id",
                    "alias",
                    "users",
                    "groups",
                    "roles",
                    "policies",
                    "instanceProfiles",
                    "oidcProviders",
                    QuotaReader.KEY);

    private static final int SESSION_SECONDS = 3_600;
    private static final List<String> HOLDER =
            List.of("name", "path", "managedPolicies", "inlinePolicies");
    private static final List<String> USER =
            List.of(
                    "name",
                    "path",
                    "managedPolicies",
                    "inlinePolicies",
                    "accessKeys",
                    "groups",
                    "permissionsBoundary",
                    "tags");
    private static final List<String> ROLE =
            List.of(
                    "name",
                    "path",
                    "managedPolicies",
                    "inlinePolicies",
                    "trustPolicy",
                    "maxSessionDuration",
                    "description",
                    "permissionsBoundary",
                    "tags");

    private AccountReader() {}

    static Declared.Account read(Fields fields) {
        return new Declared.Account(
                fields.path(),
                id(fields),
                fields.scalar("alias"),
                fields
                        .list(
                                "policies",
                                List.of("name", "path", "description", "document", "tags"))
                        .stream()
                        .map(AccountReader::policy)
                        .toList(),
                fields.list("groups", HOLDER).stream().map(AccountReader::group).toList(),
                fields.list("users", USER).stream().map(AccountReader::user).toList(),
                fields.list("roles", ROLE).stream().map(AccountReader::role).toList(),
                fields.list("instanceProfiles", List.of("name", "path", "role")).stream()
                        .map(AccountReader::profile)
                        .toList(),
                providers(fields).stream().map(AccountReader::provider).toList());
    }

    static List<Fields> providers(Fields account) {
        return account.list(
                "oidcProviders", List.of("url", "clientIds", "thumbprints", SignInReader.KEY));
    }

    private static AccountId id(Fields fields) {
        try {
            return AccountId.of(fields.required("id"));
        } catch (IllegalArgumentException notAnAccount) {
            throw new ConfigProblem(
                    "`" + fields.path() + ".id`: " + notAnAccount.getMessage() + " (in quotes)");
        }
    }

    private static Declared.Policy policy(Fields fields) {
        return new Declared.Policy(
                fields.path(),
                fields.required("name"),
                fields.or("path", "/"),
                fields.scalar("description"),
                null,
                List.of(new Declared.PolicyVersion("v1", fields.document("document"), true)),
                fields.map("tags"));
    }

    private static Declared.Group group(Fields fields) {
        return new Declared.Group(
                fields.path(),
                fields.required("name"),
                fields.or("path", "/"),
                null,
                fields.texts("managedPolicies"),
                fields.documents("inlinePolicies"));
    }

    private static Declared.User user(Fields fields) {
        return new Declared.User(
                fields.path(),
                fields.required("name"),
                fields.or("path", "/"),
                null,
                fields.texts("managedPolicies"),
                fields.documents("inlinePolicies"),
                fields.texts("groups"),
                fields.scalar("permissionsBoundary"),
                fields.map("tags"),
                fields.list("accessKeys", List.of("id", "secret")).stream()
                        .map(key ->
                                new Declared.Key(
                                        key.path(), key.required("id"), key.quoted("secret")))
                        .toList());
    }

    private static Declared.Role role(Fields fields) {
        return new Declared.Role(
                fields.path(),
                fields.required("name"),
                fields.or("path", "/"),
                null,
                fields.document("trustPolicy"),
                fields.scalar("description"),
                fields.number("maxSessionDuration", SESSION_SECONDS),
                fields.texts("managedPolicies"),
                fields.documents("inlinePolicies"),
                fields.scalar("permissionsBoundary"),
                fields.map("tags"));
    }

    private static Declared.Profile profile(Fields fields) {
        return new Declared.Profile(
                fields.path(),
                fields.required("name"),
                fields.or("path", "/"),
                null,
                fields.scalar("role"));
    }

    private static Declared.Provider provider(Fields fields) {
        return new Declared.Provider(
                fields.path(),
                fields.required("url"),
                fields.texts("clientIds"),
                fields.texts("thumbprints"));
    }
}
