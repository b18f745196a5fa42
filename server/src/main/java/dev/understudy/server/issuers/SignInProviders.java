package dev.understudy.server.issuers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks OpenID Connect providers what signing in takes: where it is done, and the token for a code.
 * What a provider says of itself is remembered for a while, so that whoever looks at a sign-in page
 * again and again does not ask it each time.
 */
public final class SignInProviders implements AutoCloseable {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration FAILURE_REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_PROVIDERS = 1_000;

    private final Exchanges exchanges;
    private final Cache<Place, Known> known =
            Caffeine.newBuilder()
                    .maximumSize(MOST_PROVIDERS)
                    .expireAfter(
                            Expiry.<Place, Known>creating((place, found) ->
                                    found.problem() == null ? REMEMBERED : FAILURE_REMEMBERED))
                    .build();

    /** Thumbprints are part of it: what one account's vouch for, another account's may not. */
    private record Place(String issuerUrl, List<String> thumbprints) {}

    /** Either what it says, or why it says nothing. */
    private record Known(@Nullable ProviderMetadata metadata, @Nullable FetchProblem problem) {}

    SignInProviders(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** Asks where these rules allow, trusting whom the platform trusts. */
    public static SignInProviders by(AddressRules rules) {
        return of(rules, ServerTrust.platform());
    }

    /**
     * Asks where these rules allow, trusting whom the certificates in a file vouch for, and nobody
     * else.
     *
     * @throws IOException if it holds no certificates
     */
    public static SignInProviders by(AddressRules rules, Path authorities) throws IOException {
        try (InputStream in = Files.newInputStream(authorities)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, certificate);
            }
            if (count > 0) {
                return of(rules, ServerTrust.byAuthorities(store));
            }
        } catch (GeneralSecurityException malformed) {
            // falls through to the message for all that holds none
        }
        throw new IOException(authorities + " holds no certificates");
    }

    private static SignInProviders of(AddressRules rules, X509ExtendedTrustManager trust) {
        return new SignInProviders(
                new Exchanges(rules, Exchange.Resolver.platform(), trust, FetchedKeys.LIMIT));
    }

    /**
     * What the provider says of itself.
     *
     * @param thumbprints of certificates that vouch for its server too
     * @throws FetchProblem if it says nothing, or nothing of use
     */
    public ProviderMetadata metadata(String issuerUrl, List<String> thumbprints)
            throws FetchProblem {
        Known found = known.get(new Place(issuerUrl, thumbprints), this::ask);
        if (found.metadata() != null) {
            return found.metadata();
        }
        throw found.problem() == null ? FetchProblem.unreachable("it failed") : found.problem();
    }

    private Known ask(Place place) {
        try {
            byte[] document =
                    exchanges.run(
                            place.thumbprints(),
                            exchange -> exchange.get(IssuerFetch.discovery(place.issuerUrl())));
            return new Known(
                    ProviderMetadata.read(IssuerFetch.text(document), place.issuerUrl()), null);
        } catch (FetchProblem problem) {
            return new Known(null, problem);
        }
    }

    /**
     * What the provider gives for a code.
     *
     * @param form the request, encoded
     * @param authorization the header of this name; null for none
     * @throws FetchProblem if it does not answer as a token endpoint does
     */
    public Redeemed redeem(
            ProviderMetadata provider,
            List<String> thumbprints,
            String form,
            @Nullable String authorization)
            throws FetchProblem {
        Answer.Answered answer =
                exchanges.run(
                        thumbprints,
                        exchange ->
                                exchange.post(
                                        provider.tokenEndpoint().toString(), form, authorization));
        return Redeemed.read(answer.status(), IssuerFetch.text(answer.body()));
    }

    @Override
    public void close() {
        exchanges.close();
    }
}
