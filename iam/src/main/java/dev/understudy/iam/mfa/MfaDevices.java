package dev.understudy.iam.mfa;

import dev.understudy.directory.Account;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.MfaDevice;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Family;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The door of this folder: the operations of multi-factor devices, and virtual devices as a family
 * by serial number.
 */
public final class MfaDevices implements Family<MfaDevice> {
    static final MfaDevices FAMILY = new MfaDevices();

    private MfaDevices() {}

    /** The operations; seeds are sealed with the keyring. */
    public static List<Operation<?, ?>> operations(Keyring keyring) {
        MfaSeeds seeds = new MfaSeeds(keyring);
        return List.of(
                new CreateVirtualMFADevice(seeds),
                new DeactivateMFADevice(),
                new DeleteVirtualMFADevice(),
                new EnableMFADevice(seeds),
                new GetMFADevice(),
                new ListMFADevices(),
                new ListMFADeviceTags(),
                new ListVirtualMFADevices(),
                new ResyncMFADevice(seeds),
                new TagMFADevice(),
                new UntagMFADevice());
    }

    /** The device if it is the owner's, or NoSuchEntity. */
    static MfaDevice get(String ownerId, String serialNumber, AuthenticatedCall call) {
        MfaDevice device = call.account().credentials().mfaDevice(serialNumber);
        if (device == null || !device.belongsTo(ownerId)) {
            throw NoSuchEntity.mfaDevice(serialNumber);
        }
        return device;
    }

    @Override
    public @Nullable MfaDevice find(Account account, String serialNumber) {
        MfaDevice device = account.credentials().mfaDevice(serialNumber);
        return device != null && device.hasSeed() ? device : null;
    }

    @Override
    public AwsError missing(String serialNumber) {
        return NoSuchEntity.mfaDevice(serialNumber);
    }

    /** The serial number itself, which is the ARN of a virtual device. */
    @Override
    public String arn(Account account, String serialNumber) {
        return Arn.parseOrNull(serialNumber) == null
                ? MfaDevice.virtualSerialNumber(account, "/", serialNumber)
                : serialNumber;
    }

    @Override
    public Map<String, String> tags(MfaDevice device) {
        return device.tags();
    }
}
