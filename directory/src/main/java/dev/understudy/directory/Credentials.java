package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/** What the users of an account prove themselves with, but for their access keys: a view. */
public final class Credentials {
    private final Account account;

    Credentials(Account account) {
        this.account = account;
    }

    /** The password policy; null if none was set, so that AWS's default applies. */
    public @Nullable PasswordPolicy passwordPolicy() {
        return (PasswordPolicy) account.entity(PasswordPolicy.KEY);
    }

    /** The password of the user of this unique id; null if it has none. */
    public @Nullable LoginProfile loginProfile(String userId) {
        return (LoginProfile) account.entity(new EntityKey(EntityKind.LOGIN_PROFILE, userId));
    }

    /** The device with this serial number; null if there is none. */
    public @Nullable MfaDevice mfaDevice(String serialNumber) {
        return (MfaDevice) account.entity(new EntityKey(EntityKind.MFA_DEVICE, serialNumber));
    }

    /** All devices by serial number. */
    public Collection<MfaDevice> mfaDevices() {
        return account.sorted(EntityKind.MFA_DEVICE);
    }

    /** The devices of the user of this unique id. */
    public List<MfaDevice> mfaDevicesOf(String userId) {
        return mfaDevices().stream().filter(device -> device.belongsTo(userId)).toList();
    }

    /** The SSH public key of this id; null if there is none. */
    public @Nullable SshPublicKey sshPublicKey(String id) {
        return (SshPublicKey) account.entity(new EntityKey(EntityKind.SSH_PUBLIC_KEY, id));
    }

    /** The SSH public keys of the user of this unique id, by id. */
    public Collection<SshPublicKey> sshPublicKeysOf(String userId) {
        return account.ownedBy(EntityKind.SSH_PUBLIC_KEY, userId);
    }

    /** The signing certificate of this id; null if there is none. */
    public @Nullable SigningCertificate signingCertificate(String id) {
        return (SigningCertificate)
                account.entity(new EntityKey(EntityKind.SIGNING_CERTIFICATE, id));
    }

    /** All signing certificates. */
    public Collection<SigningCertificate> signingCertificates() {
        return account.sorted(EntityKind.SIGNING_CERTIFICATE);
    }

    /** The signing certificates of the user of this unique id, by id. */
    public Collection<SigningCertificate> signingCertificatesOf(String userId) {
        return account.ownedBy(EntityKind.SIGNING_CERTIFICATE, userId);
    }

    /** The service-specific credential of this id; null if there is none. */
    public @Nullable ServiceCredential serviceCredential(String id) {
        return (ServiceCredential) account.entity(new EntityKey(EntityKind.SERVICE_CREDENTIAL, id));
    }

    /** All service-specific credentials. */
    public Collection<ServiceCredential> serviceCredentials() {
        return account.sorted(EntityKind.SERVICE_CREDENTIAL);
    }

    /** The service-specific credentials of the user of this unique id, by id. */
    public Collection<ServiceCredential> serviceCredentialsOf(String userId) {
        return account.ownedBy(EntityKind.SERVICE_CREDENTIAL, userId);
    }

    /** The server certificate of this name, whatever its case; null if there is none. */
    public @Nullable ServerCertificate serverCertificate(String name) {
        return account.named(EntityKind.SERVER_CERTIFICATE, name);
    }

    /** All server certificates by name. */
    public Collection<ServerCertificate> serverCertificates() {
        return account.sorted(EntityKind.SERVER_CERTIFICATE);
    }

    /** The last recorded use of the access key; null if none was. */
    public @Nullable AccessKeyUse useOf(String accessKeyId) {
        return (AccessKeyUse) account.entity(new EntityKey(EntityKind.ACCESS_KEY_USE, accessKeyId));
    }

    /** The credential report; null if none was generated. */
    public @Nullable CredentialReport report() {
        return (CredentialReport) account.entity(CredentialReport.KEY);
    }
}
