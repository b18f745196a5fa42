package dev.understudy.server.oidc;

import dev.understudy.federation.IdToken;
import dev.understudy.server.issuers.FetchProblem;
import dev.understudy.server.issuers.ProviderMetadata;
import dev.understudy.server.issuers.Redeemed;
import dev.understudy.server.issuers.SignInProviders;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One client's way from a browser's answer to an id token. The answer must bring back the state,
 * come from the provider that was asked (RFC 9207), and its code must be worth a token of this
 * issuer, for this client, with this nonce.
 */
public final class CodeFlow {
    private static final String NOT_OURS = "This is not the answer that was waited for.";

    private final SignInProviders providers;
    private final OidcClient client;
    private final List<String> thumbprints;
    private final String redirectUri;

    /**
     * The way of this client.
     *
     * @param thumbprints of certificates that vouch for the provider's server too
     * @param redirectUri where the answer comes
     */
    public CodeFlow(
            SignInProviders providers,
            OidcClient client,
            List<String> thumbprints,
            String redirectUri) {
        this.providers = providers;
        this.client = client;
        this.thumbprints = List.copyOf(thumbprints);
        this.redirectUri = redirectUri;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The token, which belongs to the request, and is not verified. */
        record Token(String text, IdToken token) implements Outcome {
            @Override
            public String toString() {
                return "Token";
            }
        }

        /**
         * Nobody is signed in.
         *
         * @param message for people, in one line; what a provider said of it is quoted in it
         */
        record Refused(String message) implements Outcome {}
    }

    /**
     * Where the browser goes with this request.
     *
     * @throws FetchProblem if the provider does not say
     */
    public String start(CodeRequest request) throws FetchProblem {
        return request.url(metadata(), client, redirectUri).toString();
    }

    private ProviderMetadata metadata() throws FetchProblem {
        return providers.metadata(client.issuer(), thumbprints);
    }

    /**
     * What the answer to this request is worth.
     *
     * @param answer the fields that the browser brought
     * @throws FetchProblem if the provider does not answer
     */
    public Outcome end(CodeRequest request, Map<String, String> answer) throws FetchProblem {
        String state = answer.get("state");
        if (state == null || !same(state, request.state())) {
            return new Outcome.Refused(NOT_OURS);
        }
        ProviderMetadata provider = metadata();
        String issuer = answer.get("iss");
        if (issuer == null ? provider.namesItself() : !issuer.equals(provider.issuer())) {
            return new Outcome.Refused("The answer comes from another identity provider.");
        }
        if (answer.get("error") != null) {
            return new Outcome.Refused(
                    ProviderWords.of(answer.get("error"), answer.get("error_description")));
        }
        String code = answer.get("code");
        return code == null ? new Outcome.Refused(NOT_OURS) : redeemed(request, provider, code);
    }

    private Outcome redeemed(CodeRequest request, ProviderMetadata provider, String code)
            throws FetchProblem {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", request.verifier());
        String authorization = null;
        if (client.secret() != null && provider.takesBasic()) {
            authorization = basic(client.id(), client.secret());
        } else {
            form.put("client_id", client.id());
        }
        if (client.secret() != null && !provider.takesBasic()) {
            form.put("client_secret", client.secret());
        }
        return switch (providers.redeem(
                provider, thumbprints, CodeRequest.form(form), authorization)) {
            case Redeemed.Refused refused ->
                    new Outcome.Refused(ProviderWords.of(refused.code(), refused.description()));
            case Redeemed.Token token -> belonging(request, provider, token.idToken());
        };
    }

    /** OpenID Connect Core 1.0, 3.1.3.7, but for what the verifier looks at. */
    private Outcome belonging(CodeRequest request, ProviderMetadata provider, String text) {
        IdToken token = IdToken.parse(text);
        if (token == null) {
            return new Outcome.Refused("The identity provider sent no ID token.");
        }
        String party = token.claimedText("azp");
        boolean forUs =
                provider.issuer().equals(token.claimedIssuer())
                        && token.claimedAudience().contains(client.id())
                        && (party == null || party.equals(client.id()));
        String nonce = token.claimedText("nonce");
        return forUs && nonce != null && same(nonce, request.nonce())
                ? new Outcome.Token(text, token)
                : new Outcome.Refused("The ID token is not for this sign-in.");
    }

    /** RFC 6749, 2.3.1: both are encoded before they are joined. */
    private static String basic(String id, String secret) {
        String pair = CodeRequest.encoded(id) + ":" + CodeRequest.encoded(secret);
        return "Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean same(@Nullable String one, String other) {
        return one != null
                && MessageDigest.isEqual(
                        one.getBytes(StandardCharsets.UTF_8),
                        other.getBytes(StandardCharsets.UTF_8));
    }
}
