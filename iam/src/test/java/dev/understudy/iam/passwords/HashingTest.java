package dev.understudy.iam.passwords;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Transaction;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.operation.AuditLog;
import dev.understudy.operation.Decisions;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.LastAccess;
import dev.understudy.operation.LastUse;
import dev.understudy.operation.Mode;
import dev.understudy.operation.Pipelines;
import dev.understudy.operation.Quotas;
import dev.understudy.operation.Service;
import dev.understudy.operation.SessionTokens;
import dev.understudy.operation.WireResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Hashing keeps no other writer of the account waiting: while a hash is made, another one writes,
 * and would never get to if the account's transaction were open. The limit is for that case alone.
 */
@Timeout(60)
class HashingTest {
    private static final String PASSWORD = "correct-Horse-1";
    private static final String NEXT = "battery-Staple-2";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private Runnable meanwhile = () -> {};
    private int hashed;
    private final Endpoint endpoint =
            Pipelines.serve(
                            Map.of(
                                    Service.IAM,
                                    Passwords.operations(
                                            new PasswordHashes(
                                                    world.keyring(),
                                                    new SecureRandom(),
                                                    this::hash))),
                            world.directory(),
                            world.keyring(),
                            new SessionTokens(world.keyring()),
                            new LastUse(),
                            new Decisions(),
                            new LastAccess(),
                            Mode.STRICT,
                            false,
                            Pipelines.accounts(world.directory(), Quotas.AWS, Duration.ZERO, world),
                            world,
                            new SecureRandom(),
                            AuditLog.NONE)
                    .endpoint();

    private byte[] hash(byte[] salt, String password) {
        hashed++;
        CompletableFuture.runAsync(meanwhile).join();
        byte[] all = (new String(salt, StandardCharsets.ISO_8859_1) + password).getBytes();
        return Arrays.copyOf(all, 32);
    }

    @BeforeEach
    void user() {
        admin.call("CreateUser", "UserName", "alice").ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void otherWriter() {
        world.directory()
                .transact(
                        TRUSTING,
                        world.instant(),
                        account -> new Transaction.Result<>("", List.of()));
    }

    private WireResponse call(Client caller, String action, String... parameters) {
        return endpoint.answer(caller.request(action, parameters));
    }

    private WireResponse create() {
        return call(admin, "CreateLoginProfile", "UserName", "alice", "Password", PASSWORD);
    }

    private WireResponse update() {
        return call(admin, "UpdateLoginProfile", "UserName", "alice", "Password", NEXT);
    }

    @Test
    void othersWriteWhilePasswordsAreHashed() {
        meanwhile = this::otherWriter;
        assertThat(create().status()).isEqualTo(200);
        assertThat(update().status()).isEqualTo(200);
        Client alice = world.keyOf(TRUSTING, world.account(TRUSTING).user("alice").id());
        String[] change = {"OldPassword", NEXT, "NewPassword", PASSWORD + "x"};
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
        String[] put = {"UserName", "alice", "PolicyName", "all", "PolicyDocument", policy};
        admin.call("PutUserPolicy", put).ok();
        assertThat(call(alice, "ChangePassword", change).status()).isEqualTo(200);
        assertThat(hashed).isEqualTo(4);
    }

    @Test
    void whoIsRefusedMakesNobodyHash() {
        Client nobody = world.user(TRUSTING, "nobody");
        String[] create = {"UserName", "alice", "Password", PASSWORD};
        assertThat(call(nobody, "CreateLoginProfile", create).status()).isEqualTo(403);
        String[] weak = {"UserName", "alice", "Password", "weak"};
        assertThat(call(admin, "CreateLoginProfile", weak).status()).isEqualTo(400);
        assertThat(hashed).isZero();
    }

    @Test
    void aHashMadeBesideAProfileThatIsGoneIsNotUsed() {
        create();
        meanwhile =
                () -> {
                    meanwhile = () -> {};
                    call(admin, "DeleteLoginProfile", "UserName", "alice");
                    create();
                };
        WireResponse refused = update();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("EntityTemporarilyUnmodifiable");
        assertThat(update().status()).isEqualTo(200);
    }
}
