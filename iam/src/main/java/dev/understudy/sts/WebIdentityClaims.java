package dev.understudy.sts;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Caller;
import dev.understudy.operation.Session;
import dev.understudy.policy.Principal;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a token says of its caller; what does not apply is absent.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html">Understanding
 *     token claims</a>
 */
final class WebIdentityClaims {
    private static final String NAMESPACE = "https://sts.amazonaws.com/";
    private static final JsonMapper JSON = new JsonMapper();

    private WebIdentityClaims() {}

    /** The claims as JSON. */
    static String of(
            String issuer,
            List<String> audience,
            Map<String, String> requestTags,
            Instant expiration,
            AuthorizedCall call) {
        ObjectNode claims = JSON.createObjectNode();
        claims.put("iss", issuer);
        if (audience.size() == 1) {
            claims.put("aud", audience.getFirst());
        } else {
            ArrayNode all = claims.putArray("aud");
            audience.forEach(all::add);
        }
        claims.put("sub", arn(call.caller().principal()));
        claims.put("iat", call.now().getEpochSecond());
        claims.put("exp", expiration.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        caller(claims.putObject(NAMESPACE), requestTags, call);
        return claims.toString();
    }

    private static void caller(
            ObjectNode claims, Map<String, String> requestTags, AuthorizedCall call) {
        Caller caller = call.caller();
        claims.put("aws_account", caller.account().digits());
        claims.put("source_region", call.region());
        claims.put("principal_id", arn(caller.principal()));
        OrganizationView view = call.organization(caller.account());
        if (view != null) {
            claims.put("org_id", view.organization().id());
            claims.putArray("ou_path")
                    .add(
                            view.text(
                                    view.path(
                                            Objects.requireNonNull(
                                                    view.member(caller.account().digits())))));
        }
        Session session = caller.session();
        if (session != null) {
            claims.put("original_session_exp", session.expiresAt().toString());
            if (session.federatedProvider() != null) {
                claims.put("federated_provider", session.federatedProvider());
            }
            if (session.sourceIdentity() != null) {
                claims.put("source_identity", session.sourceIdentity());
            }
        }
        tags(claims, "principal_tags", caller.tags());
        tags(claims, "request_tags", requestTags);
    }

    private static void tags(ObjectNode claims, String name, Map<String, String> tags) {
        if (!tags.isEmpty()) {
            ObjectNode node = claims.putObject(name);
            tags.forEach(node::put);
        }
    }

    /** Of a session the role's ARN, so that whoever trusts it need not know session names. */
    private static String arn(Principal principal) {
        return principal instanceof Principal.RoleSession session
                ? session.roleArn()
                : principal.arn();
    }
}
