package dev.understudy.iam.account;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The credential report: its life of four hours, and its table. */
class CredentialReportTest {
    private static final String COLUMNS =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                    + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
                    + "access_key_1_last_used_date,access_key_1_last_used_region,"
                    + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
                    + "access_key_2_last_used_date,access_key_2_last_used_region,"
                    + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
                    + "cert_2_last_rotated";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> report() {
        admin.call("GenerateCredentialReport").ok();
        Answer got = admin.call("GetCredentialReport").ok();
        assertThat(got.text("ReportFormat")).isEqualTo("text/csv");
        byte[] csv = Base64.getDecoder().decode(got.text("Content"));
        return new String(csv, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void oneReportServesFourHours() {
        admin.call("GetCredentialReport").refused("ReportNotPresent");
        Answer started = admin.call("GenerateCredentialReport").ok();
        assertThat(started.text("State")).isEqualTo("STARTED");
        assertThat(started.text("Description"))
                .isEqualTo("No report exists. Starting a new report generation task");
        world.pass(Duration.ofHours(4).minusSeconds(1));
        Answer complete = admin.call("GenerateCredentialReport").ok();
        assertThat(complete.text("State")).isEqualTo("COMPLETE");
        assertThat(complete.has("Description")).isFalse();
        assertThat(admin.call("GetCredentialReport").ok().text("GeneratedTime"))
                .isEqualTo("2026-01-15T12:00:00Z");
        world.pass(Duration.ofSeconds(1));
        admin.call("GetCredentialReport").refused("ReportExpired");
        assertThat(admin.call("GenerateCredentialReport").ok().text("State")).isEqualTo("STARTED");
        admin.call("GetCredentialReport").ok();
    }

    @Test
    void whatTheReportTells() {
        admin.call("UpdateAccountPasswordPolicy", "MaxPasswordAge", "90").ok();
        admin.call("CreateUser", "UserName", "bob,jr", "Path", "/a/").ok();
        admin.call("CreateLoginProfile", "UserName", "bob,jr", "Password", "secret-1").ok();
        admin.call(
                        "UploadSigningCertificate",
                        "UserName",
                        "bob,jr",
                        "CertificateBody",
                        SampleFiles.text("signing.pem"))
                .ok();
        admin.call(
                        "EnableMFADevice",
                        "UserName",
                        "bob,jr",
                        "SerialNumber",
                        "GAHT12345678",
                        "AuthenticationCode1",
                        "111111",
                        "AuthenticationCode2",
                        "222222")
                .ok();
        assertThat(report())
                .containsExactly(
                        COLUMNS,
                        "<root_account>,arn:aws:iam::111122223333:root,2026-01-15T12:00:00+00:00,"
                                + "not_supported,no_information,not_supported,not_supported,false,"
                                + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
                        "admin,arn:aws:iam::111122223333:user/admin,2026-01-15T12:00:00+00:00,"
                                + "false,N/A,N/A,N/A,false,"
                                + "true,2026-01-15T12:00:00+00:00,2026-01-15T12:00:00+00:00,us-east-1,"
                                + "iam,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
                        "\"bob,jr\",\"arn:aws:iam::111122223333:user/a/bob,jr\","
                                + "2026-01-15T12:00:00+00:00,true,no_information,"
                                + "2026-01-15T12:00:00+00:00,2026-04-15T12:00:00+00:00,true,"
                                + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,"
                                + "true,2026-01-15T12:00:00+00:00,false,N/A");
    }

    @Test
    void twoPermissions() {
        Client bob = world.user(TRUSTING, "bob");
        bob.call("GenerateCredentialReport").refused("AccessDenied");
        bob.call("GetCredentialReport").refused("AccessDenied");
    }
}
