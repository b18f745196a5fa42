package dev.understudy.server;

import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.ThumbprintSource;
import dev.understudy.iam.Understudy;
import dev.understudy.operation.AuditLog;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.Mode;
import dev.understudy.server.audit.AuditFile;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.config.ServerConfig;
import dev.understudy.server.http.HttpFace;
import dev.understudy.server.issuers.AskedProviders;
import dev.understudy.server.issuers.FetchedKeys;
import dev.understudy.server.issuers.GivenKeys;
import dev.understudy.server.issuers.SignInProviders;
import dev.understudy.server.operator.OperatorCommands;
import dev.understudy.server.operator.OperatorDoor;
import dev.understudy.server.signin.OidcSignIn;
import dev.understudy.server.signin.SignIn;
import dev.understudy.server.world.WorldWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server: the store, the services over it, and the two listeners. */
public final class Server implements AutoCloseable {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DataFolder folder;
    private final Store store;
    private final WriteBehind writeBehind;
    private final HttpFace api;
    private final HttpFace management;
    private final ServerConfig config;
    private final GivenKeys given;
    private final FetchedKeys fetched;
    private final AskedProviders asked;
    private final SignInProviders signIns;
    private final @Nullable AuditFile audit;
    private final @Nullable FirstStart firstStart;

    private Server(
            DataFolder folder,
            Store store,
            WriteBehind writeBehind,
            HttpFace api,
            HttpFace management,
            ServerConfig config,
            GivenKeys given,
            FetchedKeys fetched,
            AskedProviders asked,
            SignInProviders signIns,
            @Nullable AuditFile audit,
            @Nullable FirstStart firstStart) {
        this.folder = folder;
        this.store = store;
        this.writeBehind = writeBehind;
        this.api = api;
        this.management = management;
        this.config = config;
        this.given = given;
        this.fetched = fetched;
        this.asked = asked;
        this.signIns = signIns;
        this.audit = audit;
        this.firstStart = firstStart;
    }

    /**
     * Starts a server.
     *
     * @throws ConfigProblem if the configuration cannot be served
     */
    public static Server start(ServerConfig config, InstantSource clock) {
        InetAddress host = host(config);
        DataFolder folder = DataFolder.open(config.data());
        Store store = null;
        HttpFace api = null;
        FetchedKeys fetched = null;
        AskedProviders asked = null;
        SignInProviders signIns = null;
        AuditFile audit = null;
        try {
            store = Store.open(folder.path());
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            new WorldWriter(store.directory(), store.keyring(), store.random(), now)
                    .write(config.accounts());
            FirstStart firstStart =
                    store.directory().accounts().isEmpty()
                            ? FirstStart.make(folder, store, now)
                            : null;
            KeyCare keyCare = keyCare(store, now);
            GivenKeys given = given(config);
            fetched = FetchedKeys.by(config.issuerNetworks());
            asked = AskedProviders.by(config.issuerNetworks(), config.oauth());
            signIns = SignInProviders.by(config.issuerNetworks());
            IdentityProviders providers = providers(given, fetched, asked);
            audit = audit(config);
            Understudy understudy = understudy(config, store, providers, audit, host, clock);
            Counting counting = new Counting(doors(understudy, store, signIns, config, clock));
            api = HttpFace.start(host, config.port(), counting);
            Management doors = management(counting, understudy, store, config, clock);
            HttpFace management = HttpFace.start(host, config.managementPort(), doors);
            Server server =
                    new Server(
                            folder,
                            store,
                            WriteBehind.start(understudy, keyCare, clock),
                            api,
                            management,
                            config,
                            given,
                            fetched,
                            asked,
                            signIns,
                            audit,
                            firstStart);
            folder.announce(server.managementUrl());
            return server;
        } catch (RuntimeException failed) {
            close(api, fetched, asked, signIns, audit, store, folder);
            throw inUse(failed);
        }
    }

    private static Understudy understudy(
            ServerConfig config,
            Store store,
            IdentityProviders providers,
            @Nullable AuditFile audit,
            InetAddress host,
            InstantSource clock) {
        return Understudy.builder()
                .directory(store.directory())
                .keyring(store.keyring())
                .clock(clock)
                .random(store.random())
                .mode(config.mode())
                .explainAllowed(config.dev())
                .identityProviders(providers)
                .samlResponses(config.saml().verifier(knownUrl(config, host)))
                .quotas(config.quotas())
                .propagationDelay(config.propagationDelay())
                .issuerUrl(config.issuerUrl())
                .audit(audit == null ? AuditLog.NONE : audit)
                .build();
    }

    private static @Nullable AuditFile audit(ServerConfig config) {
        Path path = config.auditLog();
        try {
            return path == null ? null : AuditFile.open(path);
        } catch (IOException unusable) {
            throw new ConfigProblem("cannot write the audit log: " + unusable.getMessage());
        }
    }

    /** What browsers and relying parties ask for by its path, before the API. */
    private static Endpoint doors(
            Understudy understudy,
            Store store,
            SignInProviders signIns,
            ServerConfig config,
            InstantSource clock) {
        IssuerDoor issuers =
                new IssuerDoor(understudy.endpoint(), understudy.issuerDocuments(), clock);
        String publicUrl = config.saml().publicUrl();
        SignIn saml = new SignIn(issuers, publicUrl);
        return publicUrl == null || config.signIns().isEmpty()
                ? saml
                : new OidcSignIn(
                        saml,
                        understudy.endpoint(),
                        config.signIns(),
                        publicUrl,
                        store.directory(),
                        store.keyring(),
                        signIns,
                        understudy.rolesForToken(),
                        clock,
                        store.random());
    }

    private static Management management(
            Counting counting,
            Understudy understudy,
            Store store,
            ServerConfig config,
            InstantSource clock) {
        OperatorCommands commands = new OperatorCommands(store, clock);
        return new Management(
                counting,
                understudy.decisions(),
                config.dev(),
                new RoleUsageDoor(store.directory(), clock),
                new OperatorDoor(commands, store.keyring(), clock));
    }

    /** A rotation that was cut short, or asked for while no server ran, is finished first. */
    private static KeyCare keyCare(Store store, Instant now) {
        KeyCare care = new KeyCare(store.directory(), store.keyring());
        try {
            care.attend(now);
        } catch (IOException unusable) {
            throw new ConfigProblem("cannot use the keys: " + unusable.getMessage());
        }
        return care;
    }

    private static GivenKeys given(ServerConfig config) {
        try {
            return new GivenKeys(config.keySets(), config.keyFiles());
        } catch (IOException unusable) {
            throw new ConfigProblem("cannot use a `jwksFile`: " + unusable.getMessage());
        }
    }

    /** Where keys are given the issuer is never asked, for them or for a thumbprint. */
    private static IdentityProviders providers(
            GivenKeys given, FetchedKeys fetched, AskedProviders asked) {
        return new IdentityProviders(
                (wanted, now) ->
                        (given.has(wanted.issuerUrl()) ? given : fetched).keys(wanted, now),
                asked,
                url -> given.has(url) ? new ThumbprintSource.Seen.Needless() : asked.look(url));
    }

    /** Where browsers on this machine reach the API; null if only the listener will know. */
    private static @Nullable String knownUrl(ServerConfig config, InetAddress host) {
        boolean known = config.port() != 0 && host.isLoopbackAddress();
        return known ? url(config.host(), config.port()).toString() : null;
    }

    private static RuntimeException inUse(RuntimeException failed) {
        return failed instanceof UncheckedIOException
                ? new ConfigProblem("cannot listen: " + failed.getMessage())
                : failed;
    }

    private static InetAddress host(ServerConfig config) {
        try {
            InetAddress host = InetAddress.getByName(config.host());
            if (!host.isLoopbackAddress() && !config.allowRemote()) {
                throw new ConfigProblem(
                        "`host` is "
                                + config.host()
                                + ", which others can reach, and there is no TLS yet: say"
                                + " --allow-remote if you mean it");
            }
            return host;
        } catch (UnknownHostException unknown) {
            throw new ConfigProblem(
                    "`host` is `" + config.host() + "`, which is no address of this machine");
        }
    }

    /** Where the API is. */
    public URI apiUrl() {
        return url(api);
    }

    /** Where health and metrics are. */
    public URI managementUrl() {
        return url(management);
    }

    private URI url(HttpFace face) {
        return url(config.host(), face.port());
    }

    private static URI url(String host, int port) {
        return URI.create(
                "http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port);
    }

    /** The folder of its state. */
    public Path data() {
        return folder.path();
    }

    /** The store, for whoever runs the server. */
    public Store store() {
        return store;
    }

    /** Trusts the keys (JWKS, as JSON) for tokens of the issuer with this URL. */
    public void provideKeys(String issuerUrl, String keySet) {
        given.give(issuerUrl, keySet);
    }

    /** What the first start made; null if this was not the first. */
    public @Nullable FirstStart firstStart() {
        return firstStart;
    }

    /** One line that says what is enforced. */
    public String enforcement() {
        return config.mode() == Mode.STRICT
                ? "enforcing: every signature is verified and every policy decides; what is not"
                        + " allowed is refused"
                : "SOFT MODE: every signature is verified, but what policies refuse is only logged"
                        + " and NOT refused";
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        api.close();
        management.close();
        fetched.close();
        asked.close();
        signIns.close();
        writeBehind.close();
        close(null, null, null, null, audit, store, folder);
    }

    private static void close(
            @Nullable HttpFace api,
            @Nullable FetchedKeys fetched,
            @Nullable AskedProviders asked,
            @Nullable SignInProviders signIns,
            @Nullable AuditFile audit,
            @Nullable Store store,
            DataFolder folder) {
        if (fetched != null) {
            fetched.close();
        }
        if (asked != null) {
            asked.close();
        }
        if (signIns != null) {
            signIns.close();
        }
        if (api != null) {
            api.close();
        }
        if (audit != null) {
            audit.close();
        }
        if (store != null) {
            store.close();
        }
        folder.close();
    }
}
