package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * A multi-factor device. A virtual one stands by itself until it is assigned; a hardware device or
 * security key is there only while it is assigned.
 *
 * @param serialNumber the ARN, or the number on a hardware device
 * @param seed sealed under {@link #SEED_PURPOSE} and bound to the serial number; null if the device
 *     is a record only, whose codes nobody here can verify
 * @param lastStep the time step of the last code that was accepted: codes of it and earlier ones
 *     are used up, whoever has the device; 0 if none was
 * @param assignment whose it is; null if nobody's
 */
public record MfaDevice(
        String serialNumber,
        Instant createDate,
        @Nullable Sealed seed,
        long lastStep,
        @Nullable Assignment assignment,
        Map<String, String> tags)
        implements Tagged {
    /** The purpose under which seeds are sealed. */
    public static final String SEED_PURPOSE = "mfa-seed";

    /**
     * A device in a user's hands.
     *
     * @param userId the unique id of the user
     * @param drift by how many steps the device's clock is ahead of ours
     */
    public record Assignment(String userId, Instant enableDate, long drift) {}

    public MfaDevice {
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.MFA_DEVICE, serialNumber);
    }

    /** The serial number, and so the ARN, of a virtual device. */
    public static String virtualSerialNumber(Account account, String path, String name) {
        return Arns.iam(account, "mfa", path + name);
    }

    /** What the serial numbers of a user's security keys begin with. */
    public static String securityKeyPrefix(Account account, String userName) {
        return Arns.iam(account, "u2f", "/user/" + userName + "/");
    }

    /** Whether it is virtual: only then is its seed known here. */
    public boolean hasSeed() {
        return seed != null;
    }

    /** Whether it is this user's. */
    public boolean belongsTo(String userId) {
        return assignment != null && assignment.userId().equals(userId);
    }

    /** The same in these hands; null for nobody's. */
    public MfaDevice assigned(@Nullable Assignment to) {
        return new MfaDevice(serialNumber, createDate, seed, lastStep, to, tags);
    }

    /** The same after the code of this time step was used up. */
    public MfaDevice usedUpTo(long step) {
        return new MfaDevice(serialNumber, createDate, seed, step, assignment, tags);
    }

    @Override
    public MfaDevice withTags(Map<String, String> newTags) {
        return new MfaDevice(serialNumber, createDate, seed, lastStep, assignment, newTags);
    }
}
