package dev.understudy.iam.servicecredentials;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Credentials for one service: names, secrets told once, and ends. */
class ServiceCredentialsTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String user, String service, String... more) {
        String[] parameters = new String[4 + more.length];
        System.arraycopy(
                new String[] {"UserName", user, "ServiceName", service}, 0, parameters, 0, 4);
        System.arraycopy(more, 0, parameters, 4, more.length);
        return admin.call("CreateServiceSpecificCredential", parameters);
    }

    @Test
    void userNamesAndPasswords() {
        Answer one = create("admin", "codecommit.amazonaws.com").ok();
        assertThat(one.text("ServiceUserName")).isEqualTo("admin-at-111122223333");
        assertThat(one.text("ServiceSpecificCredentialId")).startsWith("ACCA").hasSize(21);
        assertThat(one.text("ServicePassword")).hasSize(44);
        assertThat(one.has("ServiceCredentialSecret")).isFalse();
        Answer two = create("admin", "codecommit.amazonaws.com").ok();
        assertThat(two.text("ServiceUserName")).isEqualTo("admin+1-at-111122223333");
        create("admin", "codecommit.amazonaws.com").refused("LimitExceeded");
        create("admin", "cassandra.amazonaws.com").ok();
        Answer list = admin.call("ListServiceSpecificCredentials", "UserName", "admin").ok();
        assertThat(list.texts("ServiceUserName")).hasSize(3);
        assertThat(list.toString()).doesNotContain(one.text("ServicePassword"));
    }

    @Test
    void apiKeysEnd() {
        Answer made = create("admin", "bedrock.amazonaws.com", "CredentialAgeDays", "30").ok();
        assertThat(made.text("ServiceCredentialAlias")).isEqualTo("admin-at-111122223333");
        assertThat(made.text("ServiceCredentialSecret")).startsWith("ABSK");
        assertThat(made.text("ExpirationDate")).isEqualTo("2026-02-14T12:00:00Z");
        assertThat(made.has("ServicePassword")).isFalse();
        world.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(admin.call("ListServiceSpecificCredentials").ok().text("Status"))
                .isEqualTo("Active");
        world.pass(Duration.ofSeconds(1));
        assertThat(admin.call("ListServiceSpecificCredentials").ok().text("Status"))
                .isEqualTo("Expired");
        create("admin", "codecommit.amazonaws.com", "CredentialAgeDays", "30")
                .refused("ValidationError");
    }

    @Test
    void usersComeBeforeServices() {
        create("nobody", "nothing.amazonaws.com")
                .refused(404, "NoSuchEntity", "The user with name nobody cannot be found.");
        create("admin", "nothing.amazonaws.com")
                .refused(
                        404,
                        "NoSuchEntity",
                        "No such service nothing.amazonaws.com is supported for Service Specific"
                                + " Credentials");
        admin.call(
                        "DeleteServiceSpecificCredential",
                        "ServiceSpecificCredentialId",
                        "ACCAAAAAAAAAAAAAAAAAA")
                .refused(404, "NoSuchEntity", "No such credential ACCAAAAAAAAAAAAAAAAAA exists");
    }

    @Test
    void aResetMakesAnotherSecret() {
        Answer made = create("admin", "codecommit.amazonaws.com").ok();
        String id = made.text("ServiceSpecificCredentialId");
        Answer reset =
                admin.call("ResetServiceSpecificCredential", "ServiceSpecificCredentialId", id)
                        .ok();
        assertThat(reset.text("ServiceUserName")).isEqualTo(made.text("ServiceUserName"));
        assertThat(reset.text("ServicePassword")).isNotEqualTo(made.text("ServicePassword"));
        admin.call(
                        "UpdateServiceSpecificCredential",
                        "ServiceSpecificCredentialId",
                        id,
                        "Status",
                        "Inactive")
                .ok();
        assertThat(admin.call("ListServiceSpecificCredentials").ok().text("Status"))
                .isEqualTo("Inactive");
    }

    @Test
    void allUsersTogetherPageByPage() {
        admin.call("CreateUser", "UserName", "bob").ok();
        create("admin", "codecommit.amazonaws.com").ok();
        create("bob", "codecommit.amazonaws.com").ok();
        create("bob", "bedrock.amazonaws.com").ok();
        assertThat(
                        new Pages(admin, "ListServiceSpecificCredentials", "AllUsers", "true")
                                .oneByOne("UserName", () -> {}))
                .containsExactlyInAnyOrder("admin", "bob", "bob");
        Answer bedrock =
                admin.call(
                        "ListServiceSpecificCredentials",
                        "AllUsers",
                        "true",
                        "ServiceName",
                        "bedrock.amazonaws.com");
        assertThat(bedrock.ok().texts("UserName")).containsExactly("bob");
        admin.call("ListServiceSpecificCredentials", "AllUsers", "true", "UserName", "bob")
                .refused("ValidationError");
        admin.call("DeleteUser", "UserName", "bob")
                .refused(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must remove referenced objects first.");
    }

    @Test
    void serviceAndAgeAreConditionKeys() {
        Client limited =
                world.userWith(
                        TRUSTING,
                        "limited",
                        """
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*ServiceSpecificCredential",
                        "Resource":"*","Condition":{"StringEquals":{"iam:ServiceSpecificCredentialServiceName":
                        "bedrock.amazonaws.com"},"NumericLessThanEqualsIfExists":{"iam:ServiceSpecificCredentialAgeDays":"90"}}}}\
                        """);
        String[] call = {
            "UserName", "limited", "ServiceName", "bedrock.amazonaws.com", "CredentialAgeDays", "91"
        };
        limited.call("CreateServiceSpecificCredential", call).refused("AccessDenied");
        call[5] = "90";
        String id =
                limited.call("CreateServiceSpecificCredential", call)
                        .ok()
                        .text("ServiceSpecificCredentialId");
        String other =
                create("limited", "codecommit.amazonaws.com")
                        .ok()
                        .text("ServiceSpecificCredentialId");
        limited.call("DeleteServiceSpecificCredential", "ServiceSpecificCredentialId", other)
                .refused("AccessDenied");
        limited.call("DeleteServiceSpecificCredential", "ServiceSpecificCredentialId", id).ok();
    }
}
