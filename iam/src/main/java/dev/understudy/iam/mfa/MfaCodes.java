package dev.understudy.iam.mfa;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.MfaDevice;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Proves by a code that a caller has its device in hand. A code is used up by being good: that is
 * durable before the answer, so that no restart makes a code good twice.
 */
public final class MfaCodes {
    private final Directory directory;
    private final MfaSeeds seeds;

    /** Over the devices in this directory, whose seeds are sealed with the keyring. */
    public MfaCodes(Directory directory, Keyring keyring) {
        this.directory = directory;
        this.seeds = new MfaSeeds(keyring);
    }

    /** Whether a request brings a code at all. */
    public static boolean brought(@Nullable String serialNumber, @Nullable String code) {
        return serialNumber != null && code != null;
    }

    /**
     * The time of the proof; null if the request brings none.
     *
     * @throws AwsError AccessDenied if the device is not the caller's, or the code not good
     */
    public @Nullable Instant verify(
            @Nullable String serialNumber, @Nullable String code, AuthorizedCall call) {
        if (serialNumber == null && code == null) {
            return null;
        }
        if (serialNumber == null
                || code == null
                || !(call.caller().principal() instanceof Principal.IamUser user)) {
            throw AccessDenied.multiFactorDevice();
        }
        return directory.transact(
                call.accountId(),
                call.now(),
                account -> use(account, user.userId(), serialNumber, code, call.now()));
    }

    private Transaction.Result<Instant> use(
            Account account, String userId, String serialNumber, String code, Instant now) {
        MfaDevice device = account.credentials().mfaDevice(serialNumber);
        if (device == null || !device.belongsTo(userId)) {
            throw AccessDenied.multiFactorDevice();
        }
        MfaDevice used = seeds.accept(device, code, now);
        if (used == null) {
            throw AccessDenied.multiFactorCode();
        }
        return new Transaction.Result<>(now, List.of(new Change.Put(used)));
    }
}
