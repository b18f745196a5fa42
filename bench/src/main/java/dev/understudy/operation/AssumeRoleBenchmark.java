package dev.understudy.operation;

import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.directory.Transaction;
import dev.understudy.directory.User;
import dev.understudy.iam.Understudy;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.signature.HttpHeader;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.RequestSigner;
import dev.understudy.signature.SecretAccessKey;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AssumeRole in process, from the request's octets to the answer's, and a call by the credentials
 * that it gave, each beside the cryptography in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssumeRoleBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final String ALICE = "AIDAAAAAAAAAAAAAAAAAA";
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},
            "Action":["sts:AssumeRole","sts:TagSession"]}}
            """;
    private static final String MAY_ASSUME =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow",
            "Action":["sts:AssumeRole","sts:TagSession"],"Resource":"*"}}
            """;
    private static final String FORM =
            "Action=AssumeRole&Version=2011-06-15&RoleSessionName=session"
                    + "&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fauditor"
                    + "&DurationSeconds=3600&ExternalId=unicorn"
                    + "&Tags.member.1.Key=team&Tags.member.1.Value=blue";

    /** As long as the sealed form of the session above. */
    private static final int SEALED_BYTES = 250;

    private static final int CANONICAL_BYTES = 400;
    private static final int SIGN_BYTES = 130;

    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring = Keyring.inMemory(random);
    private final NewAccessKey key =
            NewAccessKey.random(ACCOUNT, ALICE, NOW, keyring, new SecureRandom());
    private final Understudy understudy = understudy();
    private final WireRequest assume = signed(FORM, key.key().id(), key.secret(), null);
    private final WireRequest whoAmI = bySession();

    private final MessageDigest digest;
    private final Mac mac;
    private final Cipher cipher;
    private final SecretKeySpec sealing = new SecretKeySpec(new byte[32], "AES");
    private final byte[] plain = new byte[SEALED_BYTES];

    public AssumeRoleBenchmark() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Understudy understudy() {
        Directory directory = new Directory(new InMemoryJournal());
        directory.create(ACCOUNT, NOW);
        User alice =
                new User(
                        ALICE,
                        "alice",
                        "/",
                        NOW,
                        Map.of(),
                        new Permissions(
                                Map.of("p", PolicyDocument.parse(MAY_ASSUME)), List.of(), null),
                        Set.of());
        Role role =
                new Role(
                        "AROAAAAAAAAAAAAAAAAAA",
                        "auditor",
                        "/",
                        NOW,
                        PolicyDocument.parse(TRUST),
                        null,
                        3_600,
                        Map.of(),
                        Permissions.NONE,
                        null);
        directory.transact(
                ACCOUNT,
                NOW,
                account ->
                        new Transaction.Result<>(
                                "",
                                List.of(
                                        new Change.Put(alice),
                                        new Change.Put(key.key()),
                                        new Change.Put(role))));
        return Understudy.builder()
                .directory(directory)
                .keyring(keyring)
                .clock(InstantSource.fixed(NOW))
                .random(random)
                .build();
    }

    private static WireRequest signed(
            String form, String keyId, String secret, @Nullable String token) {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Host", "localhost:4600"));
        headers.add(
                new HttpHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        HttpMessage message = new HttpMessage("POST", "/", "", List.copyOf(headers), body);
        headers.addAll(
                new RequestSigner(
                                keyId,
                                SecretAccessKey.of(secret.getBytes(StandardCharsets.UTF_8)),
                                token)
                        .sign(message, "us-east-1", "sts", NOW));
        return new WireRequest("POST", "/", "", headers, body, "127.0.0.1", false);
    }

    private WireRequest bySession() {
        String answer = new String(call().body(), StandardCharsets.UTF_8);
        return signed(
                "Action=GetCallerIdentity&Version=2011-06-15",
                text(answer, "AccessKeyId"),
                text(answer, "SecretAccessKey"),
                text(answer, "SessionToken"));
    }

    private static String text(String answer, String element) {
        Matcher matcher = Pattern.compile("<" + element + ">([^<]+)<").matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("the request is refused: " + answer);
        }
        return matcher.group(1);
    }

    /** The cryptography that no AssumeRole can do without. */
    @Benchmark
    public String floor() throws GeneralSecurityException {
        verification(assume.body());
        byte[] secret = new byte[30];
        random.nextBytes(secret);
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(128, nonce));
        return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    }

    private byte[] verification(byte[] body) {
        digest.update(body);
        digest.digest();
        digest.update(new byte[CANONICAL_BYTES]);
        digest.digest();
        mac.update(new byte[SIGN_BYTES]);
        return mac.doFinal();
    }

    /** The whole call, from the request's octets to the answer's. */
    @Benchmark
    public WireResponse call() {
        return understudy.endpoint().answer(assume);
    }

    /** The cryptography in a request by a session that was seen before. */
    @Benchmark
    public byte[] sessionFloor() {
        return verification(whoAmI.body());
    }

    /** GetCallerIdentity by a session that was seen before. */
    @Benchmark
    public WireResponse session() {
        return understudy.endpoint().answer(whoAmI);
    }
}
