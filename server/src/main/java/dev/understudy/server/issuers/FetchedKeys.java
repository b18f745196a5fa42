package dev.understudy.server.issuers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.understudy.federation.KeySource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The keys of issuers, fetched when a token first asks for them, and remembered. Callers of one
 * issuer share a fetch and wait for it at most {@code limit}; those of other issuers never wait.
 * Nothing is locked but what belongs to one issuer.
 */
public final class FetchedKeys implements KeySource, AutoCloseable {
    /** How long an issuer may take, over all it is asked. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int MOST_ISSUERS = 1000;

    /**
     * Platform threads: a name that does not resolve holds one for as long as the platform likes.
     */
    private static final int MOST_FETCHES = 32;

    private final Cache<Issuer, IssuerMemory> memories =
            Caffeine.newBuilder().maximumSize(MOST_ISSUERS).build();
    private final ExecutorService threads;
    private final AddressRules rules;
    private final Exchange.Resolver resolver;
    private final X509ExtendedTrustManager platform;
    private final Duration limit;

    /** Thumbprints are part of it: what one account's vouch for, another account's may not. */
    private record Issuer(String url, List<String> thumbprints) {}

    FetchedKeys(
            AddressRules rules,
            Exchange.Resolver resolver,
            X509ExtendedTrustManager platform,
            Duration limit) {
        this.rules = rules;
        this.resolver = resolver;
        this.platform = platform;
        this.limit = limit;
        this.threads =
                new ThreadPoolExecutor(
                        0,
                        MOST_FETCHES,
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform().daemon().name("issuer-keys-", 0).factory());
    }

    /** Fetches from where these rules allow, trusting whom the platform trusts. */
    public static FetchedKeys by(AddressRules rules) {
        return new FetchedKeys(rules, Exchange.Resolver.platform(), ServerTrust.platform(), LIMIT);
    }

    @Override
    public Keys keys(Wanted wanted, Instant now) {
        Issuer issuer = new Issuer(wanted.issuerUrl(), wanted.thumbprints());
        return memories.get(issuer, this::memory).keys(wanted.keyId(), now);
    }

    private IssuerMemory memory(Issuer issuer) {
        return new IssuerMemory(
                threads,
                limit,
                () ->
                        new Exchange(
                                rules,
                                resolver,
                                new ServerTrust(platform, issuer.thumbprints()),
                                limit),
                exchange -> IssuerFetch.keys(exchange, issuer.url()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
