package dev.understudy.bench;

import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.OidcProvider;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.directory.Transaction;
import dev.understudy.federation.KeySource;
import dev.understudy.iam.Understudy;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.signature.HttpHeader;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * AssumeRoleWithWebIdentity in process, from the request's octets to the answer's, with an RS256
 * token whose key is known, beside the RSA verification in it: the platform's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WebIdentityBenchmark {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-01-15T12:00:00Z"));
    private static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final String HOST = "id.example.org";
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":
            "arn:aws:iam::111122223333:oidc-provider/id.example.org"},
            "Action":"sts:AssumeRoleWithWebIdentity",
            "Condition":{"StringEquals":{"id.example.org:sub":"bob","id.example.org:aud":"client"}}}}
            """;

    private final TestIdentityProvider issuer = TestIdentityProvider.of("https://" + HOST, CLOCK);
    private final String token = issuer.token(Token.of("bob", "client"));
    private final byte[] signed =
            token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    private final byte[] signature =
            Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    private final PublicKey key = key();
    private final Understudy understudy = understudy();
    private final WireRequest request = request();

    /** The first RSA key that the issuer publishes, which is the one it signs with. */
    private PublicKey key() {
        try {
            JsonObject set = (JsonObject) Json.read(issuer.keySet());
            for (Json item : ((JsonArray) set.get("keys")).items()) {
                JsonObject jwk = (JsonObject) item;
                if (jwk.get("n") instanceof JsonString n && jwk.get("e") instanceof JsonString e) {
                    return KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(number(n), number(e)));
                }
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new IllegalStateException("the issuer has no RSA key");
    }

    private static BigInteger number(JsonString text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.value()));
    }

    private Understudy understudy() {
        SecureRandom random = new SecureRandom();
        Directory directory = new Directory(new InMemoryJournal());
        Instant now = CLOCK.instant();
        directory.create(ACCOUNT, now);
        OidcProvider provider = new OidcProvider(HOST, List.of("client"), List.of(), now, Map.of());
        Role role =
                new Role(
                        "AROAAAAAAAAAAAAAAAAAA",
                        "visitor",
                        "/",
                        now,
                        PolicyDocument.parse(TRUST),
                        null,
                        3_600,
                        Map.of(),
                        Permissions.NONE,
                        null);
        directory.transact(
                ACCOUNT,
                now,
                account ->
                        new Transaction.Result<>(
                                "", List.of(new Change.Put(provider), new Change.Put(role))));
        String keySet = issuer.keySet();
        return Understudy.builder()
                .directory(directory)
                .keyring(Keyring.inMemory(random))
                .clock(CLOCK)
                .random(random)
                .identityProviderKeys(KeySource.given(url -> keySet))
                .build();
    }

    private WireRequest request() {
        String form =
                "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=session"
                        + "&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fvisitor"
                        + "&WebIdentityToken="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8);
        WireRequest made =
                new WireRequest(
                        "POST",
                        "/",
                        "",
                        List.of(
                                new HttpHeader("Host", "localhost"),
                                new HttpHeader(
                                        "Content-Type",
                                        "application/x-www-form-urlencoded; charset=utf-8")),
                        form.getBytes(StandardCharsets.UTF_8),
                        "127.0.0.1",
                        false);
        if (understudy.endpoint().answer(made).status() != 200) {
            throw new IllegalStateException("the request is refused");
        }
        return made;
    }

    /** The RSA verification alone. */
    @Benchmark
    public boolean signature() throws GeneralSecurityException {
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(key);
        rsa.update(signed);
        return rsa.verify(signature);
    }

    /** The whole call, from the request's octets to the answer's. */
    @Benchmark
    public WireResponse call() {
        return understudy.endpoint().answer(request);
    }
}
