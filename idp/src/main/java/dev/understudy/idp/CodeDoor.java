package dev.understudy.idp;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The authorization code flow with PKCE: a page where whoever looks at it chooses whom to be, and
 * the exchange of the code for an id token. Nobody is asked for a password; all else is as strict
 * as a real provider.
 */
final class CodeDoor {
    static final String AUTHORIZE = "/authorize";
    private static final int MOST_SUBJECT = 255;

    private final TestIdentityProvider provider;
    private final Map<String, OidcClient> clients = new LinkedHashMap<>();
    private final List<String> users;
    private final InstantSource clock;
    private final Codes codes = new Codes();

    CodeDoor(
            TestIdentityProvider provider,
            List<OidcClient> clients,
            List<String> users,
            InstantSource clock) {
        this.provider = provider;
        this.users = users;
        this.clock = clock;
        clients.forEach(client -> this.clients.put(client.id(), client));
    }

    /** Why no token is given, as RFC 6749, 5.2 names it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String description) {
            super(description, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The page for a request, in the query. */
    HttpDoor.Answer ask(String query) {
        try {
            CodeRequest request = CodeRequest.read(TokenEndpoint.form(query), clients);
            return HttpDoor.Answer.html(CodePage.of(provider.issuer(), request, users));
        } catch (CodeRequest.Refused refused) {
            return refusal(refused);
        } catch (IllegalArgumentException notUnderstood) {
            return HttpDoor.Answer.text(400, String.valueOf(notUnderstood.getMessage()));
        }
    }

    /** What somebody chose on the page. */
    HttpDoor.Answer chosen(byte @Nullable [] body) {
        try {
            if (body == null) {
                throw new IllegalArgumentException("the form is too long");
            }
            Map<String, String> form =
                    TokenEndpoint.form(new String(body, StandardCharsets.US_ASCII));
            CodeRequest request = CodeRequest.read(form, clients);
            String subject = form.getOrDefault("subject", "").strip();
            if (form.containsKey("refuse")) {
                throw new CodeRequest.Refused(
                        request.redirectUri(), request.state(), "access_denied", "You said no.");
            }
            if (subject.isEmpty() || subject.length() > MOST_SUBJECT) {
                throw new IllegalArgumentException("say whom you want to be");
            }
            String code = codes.make(new Codes.Login(request, subject, clock.instant()));
            return redirect(request.redirectUri(), request.state(), Map.of("code", code));
        } catch (CodeRequest.Refused refused) {
            return refusal(refused);
        } catch (IllegalArgumentException notUnderstood) {
            return HttpDoor.Answer.text(400, String.valueOf(notUnderstood.getMessage()));
        }
    }

    private HttpDoor.Answer refusal(CodeRequest.Refused refused) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", refused.code());
        answer.put("error_description", String.valueOf(refused.getMessage()));
        return redirect(refused.redirectUri(), refused.state(), answer);
    }

    /** RFC 9207: with the issuer, so that no client takes the answer for another's. */
    private HttpDoor.Answer redirect(String to, String state, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        if (!state.isEmpty()) {
            all.put("state", state);
        }
        all.put("iss", provider.issuer());
        StringBuilder url = new StringBuilder(to);
        all.forEach((name, value) ->
                url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpDoor.Answer.seeOther(url.toString());
    }

    /**
     * The id token for a code.
     *
     * @param authorization the header of this name; null if there is none
     */
    String redeem(Map<String, String> form, @Nullable String authorization) throws Refused {
        OidcClient client = client(form, authorization);
        Codes.Login login = codes.use(form.getOrDefault("code", ""), clock.instant());
        if (login == null) {
            throw new Refused("invalid_grant", "the code is unknown, used or too old");
        }
        CodeRequest request = login.request();
        if (!request.client().equals(client)) {
            throw new Refused("invalid_grant", "the code is another client's");
        }
        if (!request.redirectUri().equals(form.get("redirect_uri"))) {
            throw new Refused("invalid_grant", "redirect_uri is not that of the request");
        }
        String verifier = form.getOrDefault("code_verifier", "");
        if (!verifier.matches("[A-Za-z0-9._~-]{43,128}")
                || !same(challenge(verifier), request.challenge())) {
            throw new Refused("invalid_grant", "code_verifier is not that of the request");
        }
        Token token =
                Token.of(login.subject(), client.id())
                        .claim("auth_time", Duration.ZERO)
                        .claim("preferred_username", login.subject());
        return provider.token(
                request.nonce().isEmpty() ? token : token.claim("nonce", request.nonce()));
    }

    private OidcClient client(Map<String, String> form, @Nullable String authorization)
            throws Refused {
        String id = form.getOrDefault("client_id", "");
        String secret = form.get("client_secret");
        if (authorization != null) {
            String[] parts = basic(authorization);
            if (secret != null || !id.isEmpty() && !id.equals(parts[0])) {
                throw new Refused("invalid_request", "the client says twice who it is");
            }
            id = parts[0];
            secret = parts[1];
        }
        OidcClient client = clients.get(id);
        boolean proven =
                client != null
                        && (client.secret() == null
                                ? secret == null
                                : secret != null && same(client.secret(), secret));
        if (client == null || !proven) {
            throw new Refused("invalid_client", "no such client, or not its secret");
        }
        return client;
    }

    private static String[] basic(String authorization) throws Refused {
        try {
            if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
                String text =
                        new String(
                                Base64.getDecoder().decode(authorization.substring(6).strip()),
                                StandardCharsets.UTF_8);
                int colon = text.indexOf(':');
                if (colon > 0) {
                    return new String[] {
                        URLDecoder.decode(text.substring(0, colon), StandardCharsets.UTF_8),
                        URLDecoder.decode(text.substring(colon + 1), StandardCharsets.UTF_8)
                    };
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal of all that is no such header
        }
        throw new Refused("invalid_client", "the Authorization header is not understood");
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
