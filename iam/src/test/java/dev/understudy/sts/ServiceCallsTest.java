package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.AUDITOR;
import static dev.understudy.sts.Assuming.role;
import static dev.understudy.sts.Assuming.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ServiceCaller;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The server delivers credentials as AWS's services do: as far as the role trusts the service. */
class ServiceCallsTest {
    private static final String EC2 = "{\"Service\":\"ec2.amazonaws.com\"}";
    private static final String INSTANCE =
            "arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Client assumed(String service, Map<String, List<String>> sessionKeys) {
        Credentials credentials =
                world.serviceCalls()
                        .assumeRole(
                                new ServiceCaller(
                                        service, INSTANCE, TRUSTING, "eu-west-1", sessionKeys),
                                AssumeRoleRequest.builder()
                                        .roleArn(AUDITOR)
                                        .roleSessionName("i-0123456789abcdef0")
                                        .durationSeconds(21_600)
                                        .build())
                        .credentials();
        return world.client(
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                credentials.sessionToken());
    }

    private void mayListUsers(String condition) {
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyName",
                        "p",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\","
                                + "\"Resource\":\"*\",\"Condition\":"
                                + condition
                                + "}}")
                .ok();
    }

    @Test
    void aServiceGetsTheRoleThatTrustsIt() {
        role(admin, "auditor", trust(EC2));
        Client session = assumed("ec2.amazonaws.com", Map.of());
        assertThat(session.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/auditor/i-0123456789abcdef0");
    }

    @ParameterizedTest
    @CsvSource({"lambda.amazonaws.com", "ec2.amazonaws.com.evil.example", "*"})
    void anotherServiceDoesNot(String service) {
        role(admin, "auditor", trust(EC2));
        assertThatThrownBy(() -> assumed(service, Map.of()))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }

    @Test
    void theAuditHearsOfItOnceWhateverTheEnd() {
        role(admin, "auditor", trust(EC2));
        assumed("ec2.amazonaws.com", Map.of());
        assertThat(world.audited())
                .last()
                .satisfies(event -> {
                    assertThat(event.operation()).isEqualTo("AssumeRole");
                    assertThat(event.error()).isNull();
                    assertThat(event.parameters()).containsEntry("RoleArn", AUDITOR);
                });
        int before = world.audited().size();
        assertThatThrownBy(() -> assumed("lambda.amazonaws.com", Map.of()))
                .isInstanceOf(AwsError.class);
        assertThat(world.audited()).hasSize(before + 1);
        assertThat(Objects.requireNonNull(world.audited().getLast().error()).code())
                .isEqualTo(ErrorCode.ACCESS_DENIED);
    }

    @Test
    void theTrustPolicySeesForWhatItActs() {
        role(
                admin,
                "auditor",
                trust(EC2)
                        .replace(
                                "]}}",
                                "],\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\""
                                        + INSTANCE.replace("def0", "def1")
                                        + "\"}}}}"));
        assertThatThrownBy(() -> assumed("ec2.amazonaws.com", Map.of()))
                .isInstanceOf(AwsError.class);
    }

    @Test
    void theRolesOwnMaximumDoesNotBindAService() {
        role(admin, "auditor", trust(EC2), "MaxSessionDuration", "3600");
        Client session = assumed("ec2.amazonaws.com", Map.of());
        world.pass(Duration.ofHours(5));
        session.call("GetCallerIdentity").ok();
        world.pass(Duration.ofHours(2));
        assertThat(session.call("GetCallerIdentity").status()).isEqualTo(403);
    }

    @Test
    void whatTheServiceSaysOfThePlaceIsInEveryRequestOfTheSession() {
        role(admin, "auditor", trust(EC2));
        mayListUsers(
                "{\"ArnEquals\":{\"ec2:SourceInstanceArn\":\""
                        + INSTANCE
                        + "\"},\"NumericEquals\":{\"ec2:RoleDelivery\":\"2.0\"}}");
        Map<String, List<String>> keys =
                Map.of(
                        "ec2:SourceInstanceArn", List.of(INSTANCE),
                        "ec2:RoleDelivery", List.of("2.0"));
        assumed("ec2.amazonaws.com", keys).call("ListUsers").ok();
        assertThat(assumed("ec2.amazonaws.com", Map.of()).call("ListUsers").status())
                .isEqualTo(403);
    }

    @Test
    void theKeysEndWithTheSession() {
        role(admin, "auditor", trust(EC2));
        role(
                admin,
                "next",
                trust("{\"AWS\":\"" + AUDITOR + "\"}")
                        .replace(
                                "]}}",
                                "],\"Condition\":{\"StringEquals\":{\"ec2:RoleDelivery\":\"2.0\"}}}}"));
        Client session = assumed("ec2.amazonaws.com", Map.of("ec2:RoleDelivery", List.of("2.0")));
        String next = AUDITOR.replace("auditor", "next");
        Client chained = world.client(Assuming.assumeArn(session, next).ok());
        Answer again = Assuming.assumeArn(chained, next);
        assertThat(again.status()).isEqualTo(403);
    }
}
