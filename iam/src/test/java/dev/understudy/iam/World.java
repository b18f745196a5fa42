package dev.understudy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entity;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Journal;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Transaction;
import dev.understudy.directory.UniqueIds;
import dev.understudy.directory.User;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.ThumbprintSource;
import dev.understudy.federation.TokenEndpoint;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.iam.delegation.ExchangeTokens;
import dev.understudy.iam.outboundfederation.IssuerKeys;
import dev.understudy.operation.AuditEvent;
import dev.understudy.operation.AuditLog;
import dev.understudy.operation.Mode;
import dev.understudy.operation.Quotas;
import dev.understudy.operation.ServiceCalls;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.sts.RolesForToken;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The services over an in-memory directory, with a clock that only tests move: two accounts (a
 * trusting one with id 111122223333 and a trusted one with id 444455556666), each with an
 * administrator, and whoever a test adds. Requests go the whole way, signed, through the real
 * endpoint.
 */
public final class World implements InstantSource, AutoCloseable {
    public static final AccountId TRUSTING = AccountId.of("111122223333");
    public static final AccountId TRUSTED = AccountId.of("444455556666");
    public static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";

    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring = Keyring.inMemory(random);
    private final Directory directory;
    private final Map<String, String> keySets = new HashMap<>();
    private final Understudy understudy;
    private TokenEndpoint tokens = TokenEndpoint.none();
    private ThumbprintSource thumbprints = ThumbprintSource.none();
    private Instant now = Instant.parse("2026-01-15T12:00:00Z");

    /** A request is recorded by the thread that makes it. */
    private final ThreadLocal<List<AuditEvent>> audited = ThreadLocal.withInitial(ArrayList::new);

    public World() {
        this(Mode.STRICT);
    }

    public World(Mode mode) {
        this(mode, new InMemoryJournal());
    }

    public World(Journal journal) {
        this(Mode.STRICT, journal);
    }

    /** Accounts may have so much. */
    public World(Quotas quotas) {
        this(Mode.STRICT, new InMemoryJournal(), quotas, Duration.ZERO, null);
    }

    /** Changes stay unseen for so long. */
    public World(Duration propagationDelay) {
        this(Mode.STRICT, new InMemoryJournal(), Quotas.AWS, propagationDelay, null);
    }

    /** Accounts are issuers of tokens below this URL. */
    public World(String issuerUrl) {
        this(Mode.STRICT, new InMemoryJournal(), Quotas.AWS, Duration.ZERO, issuerUrl);
    }

    private World(Mode mode, Journal journal) {
        this(mode, journal, Quotas.AWS, Duration.ZERO, null);
    }

    private World(
            Mode mode,
            Journal journal,
            Quotas quotas,
            Duration propagationDelay,
            @Nullable String issuerUrl) {
        directory = new Directory(journal);
        directory.create(TRUSTING, now);
        directory.create(TRUSTED, now);
        IdentityProviders providers =
                new IdentityProviders(
                        KeySource.given(keySets::get),
                        (provider, token) -> tokens.ask(provider, token),
                        issuer -> thumbprints.look(issuer));
        understudy =
                Understudy.builder()
                        .directory(directory)
                        .keyring(keyring)
                        .clock(this)
                        .random(random)
                        .mode(mode)
                        .identityProviders(providers)
                        .quotas(quotas)
                        .propagationDelay(propagationDelay)
                        .issuerUrl(issuerUrl)
                        .audit(audit())
                        .build();
    }

    @Override
    public Instant instant() {
        return now;
    }

    private AuditLog audit() {
        return new AuditLog() {
            @Override
            public boolean open() {
                return true;
            }

            @Override
            public void record(AuditEvent event) {
                audited.get().add(event);
            }
        };
    }

    /** What the audit heard of this thread's last request. */
    public List<AuditEvent> audited() {
        return List.copyOf(audited.get());
    }

    /** What the server itself does as a service. */
    public ServiceCalls serviceCalls() {
        return understudy.serviceCalls();
    }

    /** Moves the clock. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** The public keys of an identity provider, as JWKS. */
    public void provide(String issuerUrl, String keySet) {
        keySets.put(issuerUrl, keySet);
    }

    /** What providers of access tokens say of them. */
    public void tokens(TokenEndpoint value) {
        tokens = value;
    }

    /** What the servers of issuers show. */
    public void thumbprints(ThumbprintSource value) {
        thumbprints = value;
    }

    public Directory directory() {
        return directory;
    }

    public Keyring keyring() {
        return keyring;
    }

    public Account account(AccountId id) {
        Account account = directory.account(id);
        if (account == null) {
            throw new AssertionError("no account " + id);
        }
        return account;
    }

    /** The administrator of the account, made at the first call. */
    public Client admin(AccountId account) {
        User known = account(account).user("admin");
        return known == null ? user(account, "admin", ADMINISTRATOR_ACCESS) : key(account, known);
    }

    /** A new user with these managed policies attached, and a client with its key. */
    public Client user(AccountId account, String name, String... policyArns) {
        User user = newUser(account, name, List.of(policyArns), Map.of());
        put(account, user);
        return key(account, user);
    }

    /** A new user with one inline policy, and a client with its key. */
    public Client userWith(AccountId account, String name, String policy) {
        User user =
                newUser(account, name, List.of(), Map.of("inline", PolicyDocument.parse(policy)));
        put(account, user);
        return key(account, user);
    }

    private User newUser(
            AccountId account,
            String name,
            List<String> attached,
            Map<String, PolicyDocument> inline) {
        String id = UniqueIds.next("AIDA", account, random);
        return new User(
                id, name, "/", now, Map.of(), new Permissions(inline, attached, null), Set.of());
    }

    /** The root user of the account. */
    public Client root(AccountId account) {
        return newKey(account, account.digits());
    }

    private Client key(AccountId account, User user) {
        return newKey(account, user.id());
    }

    /** A client with a new key of the user of this unique id. */
    public Client keyOf(AccountId account, String userId) {
        return newKey(account, userId);
    }

    private Client newKey(AccountId account, String userId) {
        NewAccessKey made = NewAccessKey.random(account, userId, now, keyring, random);
        put(account, made.key());
        return new Client(this, made.key().id(), made.secret(), null);
    }

    /** Puts entities into the account, past the API. */
    public void put(AccountId account, Entity... entities) {
        directory.transact(
                account,
                now,
                state ->
                        new Transaction.Result<>(
                                "", Arrays.stream(entities).<Change>map(Change.Put::new).toList()));
    }

    /** What an issuer tells everybody at this URL; null if there is nothing. */
    public @Nullable String issuerDocument(String url) {
        URI uri = URI.create(url);
        return understudy.issuerDocuments().find(uri.getHost(), uri.getRawPath(), now);
    }

    /** Has all issuers sign with new keys. */
    public int rotateIssuerKeys() {
        return new IssuerKeys(directory, keyring, random).rotate(now);
    }

    /** The exchange token of the delegation request, as whoever runs the server hands it out. */
    public String exchangeToken(String requestId) {
        return new ExchangeTokens(keyring).of(requestId, directory, now);
    }

    /** Sends a request that nobody signed. */
    public Answer unsigned(String action, String... parameters) {
        return send(Client.request(action, parameters, this, null));
    }

    /**
     * The roles that a token opens to whoever would send it from the address that tests come from.
     */
    public RolesForToken.Found rolesFor(AccountId account, String token, String sessionName) {
        WireRequest request =
                Client.request("AssumeRoleWithWebIdentity", new String[0], this, null);
        return understudy.rolesForToken().of(account, token, sessionName, request);
    }

    /** Writes what the services noted in memory first. */
    public void flush() {
        understudy.flush(now);
    }

    /** The answer to a request, as it goes over the wire; the audit must hear of it, once. */
    public WireResponse answer(WireRequest request) {
        List<AuditEvent> heard = audited.get();
        heard.clear();
        WireResponse answer = understudy.endpoint().answer(request);
        List<AuditEvent> own =
                heard.stream()
                        .filter(event -> event.remoteAddress().equals(request.remoteAddress()))
                        .toList();
        assertThat(own).as("what the audit tells of one request").hasSize(1);
        assertThat(own.getFirst().error() != null)
                .as("whether the audit tells of a refusal: %s", own)
                .isEqualTo(answer.status() >= 400);
        return answer;
    }

    Answer send(WireRequest request) {
        return Answer.of(answer(request));
    }

    /** A client with temporary credentials out of an answer that holds some. */
    public Client client(Answer answer) {
        return new Client(
                this,
                answer.text("AccessKeyId"),
                answer.text("SecretAccessKey"),
                answer.text("SessionToken"));
    }

    /** A client with these credentials. */
    public Client client(String accessKeyId, String secret, @Nullable String token) {
        return new Client(this, accessKeyId, secret, token);
    }

    @Override
    public void close() {
        directory.close();
    }
}
