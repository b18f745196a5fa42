package dev.understudy.idp;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Hands out a token for a code (RFC 6749, 4.1), or for a form (4.4). For the form it asks for no
 * secret: whoever reaches it can be anybody.
 */
final class TokenEndpoint {
    static final String FORM =
            "grant_type=client_credentials&client_id=ID[&subject=SUB][&audience=AUD]"
                    + "[&like=github][&flaw=expired]";

    private final TestIdentityProvider provider;
    private final @Nullable CodeDoor codes;

    TokenEndpoint(TestIdentityProvider provider, @Nullable CodeDoor codes) {
        this.provider = provider;
        this.codes = codes;
    }

    HttpDoor.Answer answer(byte @Nullable [] body, @Nullable String authorization) {
        if (body == null) {
            return refused("invalid_request", "the form is too long");
        }
        try {
            Map<String, String> form = form(new String(body, StandardCharsets.US_ASCII));
            if (codes != null && "authorization_code".equals(form.get("grant_type"))) {
                return granted(codes.redeem(form, authorization));
            }
            if (!"client_credentials".equals(form.get("grant_type"))) {
                return refused("unsupported_grant_type", "the form must be " + FORM);
            }
            String flaw = form.get("flaw");
            Token wanted = wanted(form);
            String token =
                    flaw == null
                            ? provider.token(wanted)
                            : provider.token(wanted, named(Flaw.class, flaw));
            return granted(token);
        } catch (CodeDoor.Refused refused) {
            return refused(refused.code(), String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException unknown) {
            return refused("invalid_request", String.valueOf(unknown.getMessage()));
        }
    }

    private static HttpDoor.Answer granted(String token) {
        Map<String, Object> granted = new LinkedHashMap<>();
        granted.put("access_token", token);
        granted.put("id_token", token);
        granted.put("token_type", "Bearer");
        return HttpDoor.Answer.json(200, JSONObjectUtils.toJSONString(granted));
    }

    private static Token wanted(Map<String, String> form) {
        String like = form.get("like");
        String subject = form.get("subject");
        String audience = form.get("audience");
        if (like != null) {
            Like shape = named(Like.class, like);
            Token token = subject == null ? shape.token() : shape.token(subject);
            return audience == null ? token : token.audience(audience);
        }
        String client = form.get("client_id");
        if (client == null) {
            throw new IllegalArgumentException("the form must be " + FORM);
        }
        return Token.of(subject == null ? client : subject, audience == null ? client : audience);
    }

    private static <E extends Enum<E>> E named(Class<E> names, String name) {
        try {
            return Enum.valueOf(names, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    "unknown " + names.getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private static HttpDoor.Answer refused(String code, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", code);
        error.put("error_description", description);
        return HttpDoor.Answer.json(400, JSONObjectUtils.toJSONString(error));
    }

    static Map<String, String> form(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
