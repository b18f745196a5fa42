package dev.understudy.iam.mfa;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.MfaDevice;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.Sealed;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The seeds of virtual devices, and what they say of codes. A seed leaves in the answer that makes
 * it and nowhere else.
 */
final class MfaSeeds {
    /** 320 bits: 64 characters of Base32, as long as AWS's. */
    private static final int SEED_BYTES = 40;

    /** Codes of the step before and after are good too, for clocks and fingers that are slow. */
    private static final int TOLERATED_STEPS = 1;

    /** How far a device's clock may be off to be taken in: ten minutes. */
    private static final int SYNCHRONISED_STEPS = 20;

    private final Keyring keyring;

    MfaSeeds(Keyring keyring) {
        this.keyring = keyring;
    }

    /** A fresh seed. */
    static byte[] fresh(RandomGenerator random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** The seed as it is stored. */
    Sealed seal(String serialNumber, byte[] seed) {
        return keyring.seal(MfaDevice.SEED_PURPOSE, seed, binding(serialNumber));
    }

    /**
     * The device after its code was used up; null if the code is none of its, or was used before. A
     * device without a seed has no code that is good.
     */
    @Nullable MfaDevice accept(MfaDevice device, String code, Instant now) {
        MfaDevice.Assignment assignment = device.assignment();
        byte[] seed = open(device);
        if (assignment == null || seed == null) {
            return null;
        }
        long here = Totp.step(now);
        long there = here + assignment.drift();
        long first = Math.max(Math.min(here, there) - TOLERATED_STEPS, device.lastStep() + 1);
        for (long step = first; step <= Math.max(here, there) + TOLERATED_STEPS; step++) {
            boolean near = isNear(step, here) || isNear(step, there);
            if (near && Totp.matches(seed, step, code)) {
                return device.usedUpTo(step);
            }
        }
        return null;
    }

    /** By our clock or by the device's: what looked like a drift may have been slow fingers. */
    private static boolean isNear(long step, long other) {
        return Math.abs(step - other) <= TOLERATED_STEPS;
    }

    /**
     * The step of the second of two codes that follow each other and are not used up; null if the
     * codes are no such two.
     */
    @Nullable Long synchronise(MfaDevice device, String first, String second, Instant now) {
        byte[] seed = open(device);
        if (seed == null) {
            return null;
        }
        long here = Totp.step(now);
        long from = Math.max(here - SYNCHRONISED_STEPS, device.lastStep() + 1);
        for (long step = from; step <= here + SYNCHRONISED_STEPS; step++) {
            if (Totp.matches(seed, step - 1, first) && Totp.matches(seed, step, second)) {
                return step;
            }
        }
        return null;
    }

    /** How far a device's clock is off whose current code is this step's; slow fingers are not. */
    static long drift(long step, Instant now) {
        long ahead = step - Totp.step(now);
        return Math.abs(ahead) <= TOLERATED_STEPS ? 0 : ahead;
    }

    private byte @Nullable [] open(MfaDevice device) {
        try {
            return device.seed() == null
                    ? null
                    : keyring.open(
                            MfaDevice.SEED_PURPOSE, device.seed(), binding(device.serialNumber()));
        } catch (SealBroken broken) {
            return null;
        }
    }

    private static byte[] binding(String serialNumber) {
        return serialNumber.getBytes(StandardCharsets.UTF_8);
    }
}
