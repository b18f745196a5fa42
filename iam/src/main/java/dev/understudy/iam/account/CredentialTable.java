package dev.understudy.iam.account;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.AccessKeyUse;
import dev.understudy.directory.Account;
import dev.understudy.directory.Credentials;
import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.MfaDevice;
import dev.understudy.directory.PasswordPolicy;
import dev.understudy.directory.SigningCertificate;
import dev.understudy.directory.User;
import dev.understudy.operation.LastUse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of a credential report: the root user, then every user by name, with the state of its
 * credentials.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">
 *     Credential reports</a>
 */
final class CredentialTable {
    private static final String COLUMNS =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                    + "password_next_rotation,mfa_active,access_key_1_active,"
                    + "access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,"
                    + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
                    + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
                    + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated";
    private static final String NOTHING = "N/A";
    private static final String UNKNOWN = "no_information";
    private static final String UNSUPPORTED = "not_supported";
    private static final int KEYS = 2;
    private static final int CERTIFICATES = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);

    private final Account account;
    private final Credentials credentials;
    private final LastUse lastUse;
    private final Instant created;
    private final Set<String> withDevice;

    CredentialTable(Account account, LastUse lastUse, Instant created) {
        this.account = account;
        this.credentials = account.credentials();
        this.lastUse = lastUse;
        this.created = created;
        this.withDevice =
                credentials.mfaDevices().stream()
                        .map(MfaDevice::assignment)
                        .filter(Objects::nonNull)
                        .map(MfaDevice.Assignment::userId)
                        .collect(Collectors.toSet());
    }

    /** The table as comma-separated values. */
    String csv() {
        List<String> rows = new ArrayList<>();
        rows.add(COLUMNS);
        rows.add(String.join(",", root()));
        for (User user : account.users()) {
            rows.add(String.join(",", user(user)));
        }
        return String.join("\n", rows);
    }

    private List<String> root() {
        String id = account.id().digits();
        List<String> row = new ArrayList<>();
        row.add("<root_account>");
        row.add("arn:" + account.partition() + ":iam::" + id + ":root");
        row.add(TIME.format(created));
        row.addAll(List.of(UNSUPPORTED, UNKNOWN, UNSUPPORTED, UNSUPPORTED));
        keysAndCertificates(id, row);
        return row;
    }

    private List<String> user(User user) {
        List<String> row = new ArrayList<>();
        row.add(quoted(user.name()));
        row.add(quoted(user.arn(account)));
        row.add(TIME.format(user.createDate()));
        password(credentials.loginProfile(user.id()), row);
        keysAndCertificates(user.id(), row);
        return row;
    }

    /** Names may hold a comma; a value that does is set in quotes. */
    private static String quoted(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0
                ? value
                : '"' + value.replace("\"", "\"\"") + '"';
    }

    private void password(@Nullable LoginProfile profile, List<String> row) {
        if (profile == null) {
            row.addAll(List.of("false", NOTHING, NOTHING, NOTHING));
            return;
        }
        PasswordPolicy policy = credentials.passwordPolicy();
        int days = policy == null ? 0 : policy.maxAgeDays();
        row.add("true");
        row.add(UNKNOWN);
        row.add(TIME.format(profile.passwordDate()));
        row.add(
                days == 0
                        ? NOTHING
                        : TIME.format(profile.passwordDate().plus(Duration.ofDays(days))));
    }

    private void keysAndCertificates(String ownerId, List<String> row) {
        row.add(Boolean.toString(withDevice.contains(ownerId)));
        List<AccessKey> keys =
                account.accessKeysOf(ownerId).stream()
                        .sorted(Comparator.comparing(AccessKey::createDate))
                        .toList();
        for (int i = 0; i < KEYS; i++) {
            key(i < keys.size() ? keys.get(i) : null, row);
        }
        List<SigningCertificate> certificates =
                credentials.signingCertificatesOf(ownerId).stream()
                        .sorted(Comparator.comparing(SigningCertificate::uploadDate))
                        .toList();
        for (int i = 0; i < CERTIFICATES; i++) {
            certificate(i < certificates.size() ? certificates.get(i) : null, row);
        }
    }

    private void key(@Nullable AccessKey key, List<String> row) {
        if (key == null) {
            row.addAll(List.of("false", NOTHING, NOTHING, NOTHING, NOTHING));
            return;
        }
        row.add(Boolean.toString(key.status() == AccessKeyStatus.ACTIVE));
        row.add(TIME.format(key.createDate()));
        AccessKeyUse use = lastUse.of(account, key.id());
        row.add(use == null ? NOTHING : TIME.format(use.date()));
        row.add(use == null ? NOTHING : use.region());
        row.add(use == null ? NOTHING : use.service());
    }

    private static void certificate(@Nullable SigningCertificate certificate, List<String> row) {
        row.add(
                Boolean.toString(
                        certificate != null && certificate.status() == AccessKeyStatus.ACTIVE));
        row.add(certificate == null ? NOTHING : TIME.format(certificate.uploadDate()));
    }
}
