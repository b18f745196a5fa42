package dev.understudy.iam.signingcertificates;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing certificates of users and of the root user. */
class SigningCertificatesTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer upload(Client client, String file) {
        return client.call("UploadSigningCertificate", "CertificateBody", SampleFiles.text(file));
    }

    @Test
    void twoOfEachUserAndNoneTwice() {
        Answer uploaded = upload(admin, "signing.pem").ok();
        assertThat(uploaded.text("CertificateId")).matches("[A-Z2-7]{32}");
        assertThat(uploaded.text("Status")).isEqualTo("Active");
        world.user(TRUSTING, "bob");
        admin.call(
                        "UploadSigningCertificate",
                        "UserName",
                        "bob",
                        "CertificateBody",
                        SampleFiles.text("signing.pem").strip())
                .refused("DuplicateCertificate");
        upload(admin, "signing-2.pem").ok();
        upload(admin, "signing-3.pem")
                .refused(409, "LimitExceeded", "Cannot exceed quota for CertificatesPerUser: 2");
    }

    @Test
    void whatIsNoValidCertificateIsRefused() {
        upload(admin, "key-pkcs8.pem")
                .refused(
                        400,
                        "MalformedCertificate",
                        "Unable to parse certificate. Please ensure the certificate is in PEM"
                                + " format.");
        upload(admin, "chain.pem").refused("MalformedCertificate");
        upload(admin, "server-expired.pem").refused("InvalidCertificate");
        admin.call(
                        "UploadSigningCertificate",
                        "CertificateBody",
                        "text before\n" + SampleFiles.text("signing.pem"))
                .refused("MalformedCertificate");
    }

    @Test
    void theRootUserHasItsOwn() {
        Client root = world.root(TRUSTING);
        Answer uploaded = upload(root, "signing.pem").ok();
        assertThat(uploaded.has("UserName")).isFalse();
        assertThat(admin.call("ListSigningCertificates").ok().has("CertificateId")).isFalse();
        assertThat(root.call("ListSigningCertificates").ok().texts("CertificateId")).hasSize(1);
        assertThat(admin.call("GetAccountSummary").ok().toString())
                .containsPattern("AccountSigningCertificatesPresent</key>\\s*<value>1<");
    }

    @Test
    void aCertificateGoesOutOfUseAndAway() {
        String id = upload(admin, "signing.pem").ok().text("CertificateId");
        admin.call("UpdateSigningCertificate", "CertificateId", id, "Status", "Inactive").ok();
        assertThat(admin.call("ListSigningCertificates").ok().text("Status")).isEqualTo("Inactive");
        admin.call("DeleteSigningCertificate", "CertificateId", id).ok();
        admin.call("DeleteSigningCertificate", "CertificateId", id)
                .refused(
                        404, "NoSuchEntity", "The Certificate with id " + id + " cannot be found.");
    }

    @Test
    void aUserWithACertificateStays() {
        admin.call("CreateUser", "UserName", "bob").ok();
        admin.call(
                        "UploadSigningCertificate",
                        "UserName",
                        "bob",
                        "CertificateBody",
                        SampleFiles.text("signing.pem"))
                .ok();
        admin.call("DeleteUser", "UserName", "bob")
                .refused(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must delete signing certificates first.");
    }
}
