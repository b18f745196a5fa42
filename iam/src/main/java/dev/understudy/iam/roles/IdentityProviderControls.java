package dev.understudy.iam.roles;

import dev.understudy.catalog.SharedIssuer;
import dev.understudy.catalog.SharedIssuers;
import dev.understudy.iam.errors.MalformedPolicyDocument;
import dev.understudy.operation.AwsError;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;
import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * AWS's identity-provider controls: a trust policy that names an issuer which many organizations
 * share is saved only if it says whose tokens are meant. Roles that are stored already are not
 * looked at again, neither by AWS nor here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Identity-provider
 *     controls for shared OIDC providers</a>
 */
final class IdentityProviderControls {
    private static final String ARN = ":oidc-provider/";

    /** What says whose a token is; their negations say only whose it is not. */
    private static final Set<String> NAMING =
            Set.of("stringequals", "stringequalsignorecase", "stringlike");

    private IdentityProviderControls() {}

    /**
     * Nothing, if every statement that lets tokens of a shared issuer in says whose.
     *
     * @throws AwsError MalformedPolicyDocument otherwise
     */
    static void require(PolicyDocument document) {
        if (Json.read(document.text()) instanceof JsonObject policy) {
            for (Json statement : items(policy.get("Statement"))) {
                if (statement instanceof JsonObject object
                        && object.get("Effect") instanceof JsonString effect
                        && effect.value().equals("Allow")
                        && object.get("Principal") instanceof JsonObject principal) {
                    items(principal.get("Federated")).forEach(item -> require(item, object));
                }
            }
        }
    }

    private static void require(Json federated, JsonObject statement) {
        SharedIssuer issuer =
                federated instanceof JsonString text ? SharedIssuers.find(url(text.value())) : null;
        if (issuer != null
                && issuer.required()
                && letsTokensIn(statement)
                && !asksFor(issuer.tenantKey(), statement)) {
            throw MalformedPolicyDocument.sharedIssuer(issuer.url(), issuer.tenantKey());
        }
    }

    private static String url(String federated) {
        int at = federated.indexOf(ARN);
        return at < 0 ? federated : federated.substring(at + ARN.length());
    }

    /** A statement about {@code sts:TagSession} alone does not. */
    private static boolean letsTokensIn(JsonObject statement) {
        List<Json> actions = items(statement.get("Action"));
        return actions.isEmpty()
                || actions.stream()
                        .anyMatch(action ->
                                action instanceof JsonString text
                                        && (text.value().indexOf('*') >= 0
                                                || text.value().indexOf('?') >= 0
                                                || text.value()
                                                        .equalsIgnoreCase(
                                                                "sts:AssumeRoleWithWebIdentity")));
    }

    private static boolean asksFor(String key, JsonObject statement) {
        if (!(statement.get("Condition") instanceof JsonObject condition)) {
            return false;
        }
        for (Member operator : condition.members()) {
            if (names(operator.name()) && operator.value() instanceof JsonObject keys) {
                for (Member asked : keys.members()) {
                    if (asked.name().equalsIgnoreCase(key) && says(asked.value())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean names(String operator) {
        String name = operator.toLowerCase(Locale.ROOT);
        int quantifier = name.indexOf(':');
        String plain = quantifier < 0 ? name : name.substring(quantifier + 1);
        String suffix = "ifexists";
        return NAMING.contains(
                plain.endsWith(suffix)
                        ? plain.substring(0, plain.length() - suffix.length())
                        : plain);
    }

    /** Whether no value is made of wildcards alone, which is to ask for nothing. */
    private static boolean says(Json values) {
        List<Json> all = items(values);
        return !all.isEmpty()
                && all.stream()
                        .allMatch(value ->
                                value instanceof JsonString text
                                        && text.value()
                                                .chars()
                                                .anyMatch(c -> c != '*' && c != '?'));
    }

    private static List<Json> items(@Nullable Json value) {
        return value == null
                ? List.of()
                : value instanceof JsonArray array ? array.items() : List.of(value);
    }
}
