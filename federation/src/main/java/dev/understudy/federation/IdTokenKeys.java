package dev.understudy.federation;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonBoolean;
import dev.understudy.policy.Json.JsonNumber;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The condition keys that a token gives. Claims beyond the standard ones are keys for a few issuers
 * only, those that AWS lists in the service authorization reference of STS; a claim of anybody else
 * is none.
 */
final class IdTokenKeys {
    private static final Set<String> GITHUB =
            Set.of(
                    "actor",
                    "actor_id",
                    "enterprise_id",
                    "environment",
                    "job_workflow_ref",
                    "ref",
                    "repository",
                    "repository_id",
                    "repository_owner_id",
                    "workflow");
    private static final Set<String> GITLAB =
            Set.of(
                    "namespace_id",
                    "pipeline_source",
                    "project_id",
                    "ref_protected",
                    "runner_environment",
                    "user_access_level",
                    "user_email",
                    "user_id",
                    "user_login");
    private static final Set<String> BUILDKITE =
            Set.of(
                    "build_branch",
                    "cluster_id",
                    "cluster_name",
                    "organization_id",
                    "organization_slug",
                    "pipeline_id",
                    "pipeline_slug");

    private IdTokenKeys() {}

    static Map<String, List<String>> of(JsonObject claims, TrustedProvider provider) {
        String prefix = provider.prefix() + ":";
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put(prefix + "aud", List.of(IdTokenClaims.audience(claims, provider)));
        keys.put(prefix + "sub", List.of(IdTokenClaims.text(claims, "sub")));
        put(keys, prefix + "amr", IdTokenClaims.texts(claims.get("amr")));
        if (provider == TrustedProvider.BuiltIn.GOOGLE) {
            put(keys, prefix + "oaud", IdTokenClaims.texts(claims.get("aud")));
            put(
                    keys,
                    prefix + "google/organization_number",
                    scalar(claims.get("google/organization_number")));
        } else {
            put(keys, prefix + "azp", scalar(claims.get("azp")));
        }
        for (String name : own(provider.prefix())) {
            put(keys, prefix + name, scalar(claims.get(name)));
        }
        return keys;
    }

    private static void put(
            Map<String, List<String>> keys, String key, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            keys.put(key, values);
        }
    }

    private static @Nullable List<String> scalar(@Nullable Json value) {
        return switch (value) {
            case JsonString text -> List.of(text.value());
            case JsonBoolean truth -> List.of(Boolean.toString(truth.value()));
            case JsonNumber number -> List.of(number.text());
            case null, default -> null;
        };
    }

    /** The claims that are keys for tokens of this issuer. */
    private static Set<String> own(String prefix) {
        int slash = prefix.indexOf('/');
        String host = slash < 0 ? prefix : prefix.substring(0, slash);
        if (host.equals("token.actions.githubusercontent.com")
                || host.startsWith("token.actions.") && host.endsWith(".ghe.com")
                || prefix.startsWith("github.com/enterprises/")) {
            return GITHUB;
        }
        if (prefix.equals("agent.buildkite.com")
                || host.startsWith("agent.") && host.endsWith(".buildkite.dev")
                || host.startsWith("agent.") && host.endsWith(".buildkite.site")) {
            return BUILDKITE;
        }
        if (host.equals("oidc.circleci.com")) {
            return Set.of("oidc.circleci.com/project-id");
        }
        if (host.startsWith("idcs-") && host.endsWith(".identity.oraclecloud.com")) {
            return Set.of("rpst_id");
        }
        return prefix.equals("gitlab.com") ? GITLAB : Set.of();
    }
}
