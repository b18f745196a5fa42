package dev.understudy.idp;

import com.nimbusds.jose.util.JSONObjectUtils;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The discovery document, as OpenID Connect Discovery 1.0 asks for it, and its addresses. */
final class Discovery {
    static final String PATH = "/.well-known/openid-configuration";
    static final String KEYS = "/keys";
    static final String TOKEN = "/token";

    private Discovery() {}

    /** A URL to which paths can be added. */
    static String base(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * The document.
     *
     * @param base where the provider is, which may be elsewhere than its issuer's URL says
     * @param codes whether there is a page to sign in at
     */
    static String document(String issuer, String base, boolean codes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("jwks_uri", base + KEYS);
        document.put("token_endpoint", base + TOKEN);
        if (codes) {
            document.put("authorization_endpoint", base + CodeDoor.AUTHORIZE);
            document.put("code_challenge_methods_supported", List.of("S256"));
            document.put(
                    "token_endpoint_auth_methods_supported",
                    List.of("none", "client_secret_basic", "client_secret_post"));
            document.put("authorization_response_iss_parameter_supported", true);
        }
        document.put("response_types_supported", List.of(codes ? "code" : "id_token"));
        document.put("subject_types_supported", List.of("public"));
        document.put(
                "grant_types_supported",
                codes
                        ? List.of("authorization_code", "client_credentials")
                        : List.of("client_credentials"));
        document.put("scopes_supported", List.of("openid"));
        document.put(
                "id_token_signing_alg_values_supported",
                Arrays.stream(Algorithm.values()).map(Algorithm::name).toList());
        document.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "nbf", "jti"));
        return JSONObjectUtils.toJSONString(document);
    }
}
