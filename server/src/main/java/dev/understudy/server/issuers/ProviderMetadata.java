package dev.understudy.server.issuers;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonBoolean;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;

import java.net.URI;

/**
 * What an OpenID Connect provider says of its sign-in (OpenID Connect Discovery 1.0, 3).
 *
 * @param issuer as its tokens claim it
 * @param authorizationEndpoint where browsers are sent, an https URL
 * @param tokenEndpoint where codes are redeemed, an https URL
 * @param namesItself whether its answers always name the issuer (RFC 9207)
 * @param takesBasic whether clients prove themselves to it by HTTP Basic
 */
public record ProviderMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        boolean namesItself,
        boolean takesBasic) {
    private static final String BASIC = "client_secret_basic";

    /** Reads the document of this issuer; another's is refused. */
    static ProviderMetadata read(String text, String issuerUrl) throws FetchProblem {
        if (!(Json.read(text) instanceof JsonObject document)
                || !(document.get("issuer") instanceof JsonString issuer)
                || !issuer.value().equals(issuerUrl)) {
            throw FetchProblem.unusable("its discovery document is none, or another issuer's");
        }
        boolean named =
                document.get("authorization_response_iss_parameter_supported")
                                instanceof JsonBoolean flag
                        && flag.value();
        // Where the document says nothing, it is Basic.
        boolean basic =
                !(document.get("token_endpoint_auth_methods_supported") instanceof JsonArray ways)
                        || ways.items().stream()
                                .anyMatch(way ->
                                        way instanceof JsonString name
                                                && name.value().equals(BASIC));
        return new ProviderMetadata(
                issuerUrl,
                endpoint(document, "authorization_endpoint"),
                endpoint(document, "token_endpoint"),
                named,
                basic);
    }

    private static URI endpoint(JsonObject document, String name) throws FetchProblem {
        try {
            URI uri = URI.create(document.get(name) instanceof JsonString url ? url.value() : "");
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the message for all that is no such URL
        }
        throw FetchProblem.unusable("its discovery document has no https URL as its " + name);
    }
}
