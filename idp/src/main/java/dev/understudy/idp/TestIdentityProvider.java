package dev.understudy.idp;

import dev.understudy.idp.saml.SamlIdentityProvider;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * An OpenID Connect provider with keys of its own, which vouches for whomever it is told to. For
 * development and tests: whoever can call it can be anybody. Safe for many threads.
 *
 * <pre>{@code
 * try (var idp = TestIdentityProvider.builder(clock).serve(0)) {
 *     String good = idp.token(GitHubActions.push("octo-org/octo-repo", "refs/heads/main").token());
 *     String bad = idp.token(Token.of("bob", "my-client"), Flaw.EXPIRED);
 * }
 * }</pre>
 */
public final class TestIdentityProvider implements AutoCloseable {
    private final String issuer;
    private final KeyRing keys;
    private final InstantSource clock;
    private final Authority authority;
    private final @Nullable HttpDoor door;
    private final boolean codes;

    private TestIdentityProvider(
            String issuer, Builder builder, Authority authority, @Nullable HttpDoor door) {
        this.issuer = issuer;
        this.keys = builder.keys == null ? KeyRing.inMemory() : KeyRing.in(builder.keys);
        this.clock = builder.clock;
        this.authority = authority;
        this.door = door;
        this.codes = !builder.clients.isEmpty();
    }

    /** One that is told the time by this clock. */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /** A provider of this issuer URL, with new keys in memory, which is not served. */
    public static TestIdentityProvider of(String issuer, InstantSource clock) {
        return builder(clock).issuer(issuer).build();
    }

    /** How a provider is made. */
    public static final class Builder {
        private final InstantSource clock;
        private @Nullable String issuer;
        private @Nullable Path keys;
        private @Nullable Authority authority;
        private @Nullable SamlDoor saml;
        private List<OidcClient> clients = List.of();
        private List<String> users = List.of();

        private Builder(InstantSource clock) {
            this.clock = clock;
        }

        /**
         * What its tokens claim as their issuer; of one that is served, its address if not given.
         */
        public Builder issuer(String url) {
            issuer = url;
            return this;
        }

        /**
         * With the private keys in this file, which is made if it is not there, and read at each
         * use: several processes with one file are one provider. Without, with new keys in memory.
         */
        public Builder keys(Path file) {
            keys = file;
            return this;
        }

        /** With a certificate of this authority; without, of a new one. */
        public Builder authority(Authority value) {
            authority = value;
            return this;
        }

        /**
         * With SAML's metadata and a sign-in page beside it, where one can be any of these users.
         *
         * @param consumers where responses may be sent besides this machine's own addresses; to the
         *     first where nobody asked for another, so at least one
         */
        public Builder saml(
                SamlIdentityProvider provider, List<SamlUser> users, List<String> consumers) {
            saml = new SamlDoor(provider, List.copyOf(users), List.copyOf(consumers), clock);
            return this;
        }

        /**
         * With a page where one signs in to these clients, by the authorization code flow with
         * PKCE, as one of these users or as anybody else.
         */
        public Builder clients(List<OidcClient> signedInTo, List<String> offered) {
            clients = List.copyOf(signedInTo);
            users = List.copyOf(offered);
            return this;
        }

        /** One that is not served: its keys must be handed to whoever is to trust it. */
        public TestIdentityProvider build() {
            if (issuer == null) {
                throw new IllegalArgumentException("a provider that is not served needs an issuer");
            }
            return new TestIdentityProvider(issuer, this, made(), null);
        }

        /**
         * One that is served on the loopback address, over HTTPS.
         *
         * @param port 0 for any that is free
         * @throws IOException if the port is taken
         */
        public TestIdentityProvider serve(int port) throws IOException {
            Authority certifier = made();
            HttpDoor door = HttpDoor.open(port, certifier, issuer);
            String url = issuer == null ? door.url() : issuer;
            TestIdentityProvider provider = new TestIdentityProvider(url, this, certifier, door);
            door.serve(
                    provider,
                    saml,
                    clients.isEmpty() ? null : new CodeDoor(provider, clients, users, clock));
            return provider;
        }

        private Authority made() {
            return authority == null ? Authority.create() : authority;
        }
    }

    /** What its tokens claim as their issuer, and what a provider in IAM must have as its URL. */
    public String issuer() {
        return issuer;
    }

    /**
     * Where it is served, {@code https://localhost:PORT}; null if it is not. A provider in IAM can
     * have no port in its URL: one that is to be registered by its address is served at 443, or has
     * another issuer, and its keys are handed over.
     */
    public @Nullable URI url() {
        return door == null ? null : URI.create(door.url());
    }

    /** Who made the certificate that it is served with. */
    public Authority authority() {
        return authority;
    }

    /** A good token. */
    public String token(Token token) {
        return forger(token).good();
    }

    /** A token that is broken in this way. */
    public String token(Token token, Flaw flaw) {
        return forger(token).flawed(flaw);
    }

    private Forger forger(Token token) {
        return new Forger(token, keys.signing(token.algorithm()), issuer, clock.instant());
    }

    /** The public keys, as JWKS: those in use first, then those that {@link #rotate} replaced. */
    public String keySet() {
        return keys.published();
    }

    /** Signs by new keys from now on. The old ones stay published, so that old tokens stay good. */
    public void rotate() {
        keys.rotate();
    }

    /** Publishes the keys in use alone: tokens signed by older ones are good no more. */
    public void forgetOldKeys() {
        keys.forgetOld();
    }

    /** The discovery document, as JSON; its other addresses are where the provider is served. */
    public String discovery() {
        String path = Discovery.base(String.valueOf(URI.create(issuer).getPath()));
        return Discovery.document(
                issuer,
                door == null ? Discovery.base(issuer) : door.url() + path,
                codes && door != null);
    }

    /** Ends serving. */
    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}
