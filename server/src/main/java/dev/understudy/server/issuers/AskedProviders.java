package dev.understudy.server.issuers;

import dev.understudy.federation.OAuthProvider;
import dev.understudy.federation.ThumbprintSource;
import dev.understudy.federation.TokenEndpoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Asks identity providers what cannot be remembered: of access tokens, which may be revoked, and
 * for the thumbprints of their servers.
 */
public final class AskedProviders implements TokenEndpoint, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AskedProviders.class);

    private final Exchanges exchanges;
    private final OAuthEndpoints endpoints;

    AskedProviders(Exchanges exchanges, OAuthEndpoints endpoints) {
        this.exchanges = exchanges;
        this.endpoints = endpoints;
    }

    /** Asks at these endpoints, where these rules allow, trusting whom the platform trusts. */
    public static AskedProviders by(AddressRules rules, OAuthEndpoints endpoints) {
        return new AskedProviders(
                new Exchanges(
                        rules,
                        Exchange.Resolver.platform(),
                        ServerTrust.platform(),
                        FetchedKeys.LIMIT),
                endpoints);
    }

    @Override
    public Reply ask(OAuthProvider provider, String token) {
        OAuthEndpoints.FacebookApp app = endpoints.facebookApp();
        return switch (provider) {
            case AMAZON ->
                    answer(
                            provider,
                            endpoints.amazonUrl()
                                    + "/auth/o2/tokeninfo?access_token="
                                    + encoded(token));
            case FACEBOOK ->
                    app == null
                            ? new Reply.Unconfigured()
                            : answer(
                                    provider,
                                    endpoints.facebookUrl()
                                            + "/debug_token?input_token="
                                            + encoded(token)
                                            + "&access_token="
                                            + encoded(app.id() + "|" + app.secret()));
        };
    }

    /** The URL is secret: it holds the token. Too many questions (429) say nothing of the token. */
    private Reply answer(OAuthProvider provider, String url) {
        try {
            byte[] body = exchanges.run(exchange -> exchange.get(url));
            return new Reply.Answered(new String(body, StandardCharsets.UTF_8));
        } catch (FetchProblem problem) {
            if (problem.status() >= 400 && problem.status() < 500 && problem.status() != 429) {
                return new Reply.Refused(problem.status());
            }
            LOG.warn("{} says nothing of a token: {}", provider.host(), problem.getMessage());
            return new Reply.Unreachable();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Looks at the issuer's server for its thumbprint. */
    public ThumbprintSource.Seen look(String issuerUrl) {
        try {
            return new ThumbprintSource.Seen.Thumbprint(
                    exchanges.run(exchange -> exchange.thumbprint(issuerUrl)));
        } catch (FetchProblem problem) {
            LOG.warn("no thumbprint of {}: {}", issuerUrl, problem.getMessage());
            return new ThumbprintSource.Seen.Unreachable();
        }
    }

    @Override
    public void close() {
        exchanges.close();
    }
}
