package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.assume;
import static dev.understudy.sts.Assuming.assumeArn;
import static dev.understudy.sts.Assuming.denied;
import static dev.understudy.sts.Assuming.role;
import static dev.understudy.sts.Assuming.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.directory.Organization;
import dev.understudy.directory.RegisteredService;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.iam.services.ServiceRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

/** A service assumes the roles that trust it, as itself and as nobody else, and does no more. */
class ServicePrincipalTest {
    private static final String BACKUP = "backup.example.internal";
    private static final String VAULT = "arn:aws:backup:eu-west-1:111122223333:backup-vault:v";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final ServiceRegistry registry =
            new ServiceRegistry(world.directory(), world.keyring());

    @AfterEach
    void close() {
        world.close();
    }

    private Client service(String name) {
        NewAccessKey key =
                registry.register(
                        new RegisteredService(name, world.instant(), null, null),
                        world.instant(),
                        new Random(1));
        return world.client(key.key().id(), key.secret(), null);
    }

    private static Client actingFor(Client service, String arn, String account) {
        return service.saying("x-amz-source-arn", arn, "x-amz-source-account", account);
    }

    private static String serviceName(String name) {
        return "{\"Service\":\"" + name + "\"}";
    }

    private static String trustWith(String name, String condition) {
        return trust(serviceName(name)).replace("]}}", "],\"Condition\":" + condition + "}}");
    }

    @Test
    void aServiceAssumesTheRoleThatTrustsIt() {
        Client backup = actingFor(service(BACKUP), VAULT, "111122223333");
        role(admin, "auditor", trust(serviceName(BACKUP)));
        Answer session = assume(backup).ok();
        assertThat(world.client(session).call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/auditor/session");
    }

    @Test
    void nobodyElseIsTheService() {
        service(BACKUP);
        role(admin, "auditor", trust(serviceName(BACKUP)));
        Client alice = world.user(TRUSTING, "alice", ADMINISTRATOR_ACCESS);
        denied(assume(alice), "arn:aws:iam::111122223333:user/alice", "sts:AssumeRole");
        Client other = actingFor(service("other.example.internal"), VAULT, "111122223333");
        denied(assume(other), "other.example.internal", "sts:AssumeRole");
    }

    @Test
    void aServiceThatIsNotRegisteredCannotBeTrustedByAMadeUpName() {
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "r",
                        "AssumeRolePolicyDocument",
                        trust(serviceName(BACKUP)))
                .refused(
                        400,
                        "MalformedPolicyDocument",
                        "Invalid principal in policy: \"SERVICE\":\"" + BACKUP + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GetCallerIdentity", "ListUsers", "GetAccountSummary", "GetSessionToken"})
    void itsCredentialsAreGoodForNothingElse(String operation) {
        Client backup = actingFor(service(BACKUP), VAULT, "111122223333");
        Answer answer = backup.call(operation);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("Code")).isEqualTo("AccessDenied");
    }

    @Test
    void itMustSayForWhichResourceItActs() {
        Client backup = service(BACKUP);
        role(admin, "auditor", trust(serviceName(BACKUP)));
        String missing =
                "A service must say for which resource it acts, in the signed headers"
                        + " x-amz-source-arn and x-amz-source-account";
        assume(backup).refused(400, "ValidationError", missing);
        assume(backup.saying("x-amz-source-arn", VAULT)).refused(400, "ValidationError", missing);
        assume(actingFor(backup, VAULT, "444455556666"))
                .refused(
                        400,
                        "ValidationError",
                        "x-amz-source-account is not the account in x-amz-source-arn");
        assume(actingFor(backup, "vault", "111122223333"))
                .refused(400, "ValidationError", "x-amz-source-arn is no ARN");
        assume(actingFor(backup, "arn:aws:s3:::bucket", "nobody"))
                .refused(400, "ValidationError", "x-amz-source-account is no account id");
        assume(actingFor(backup, "arn:aws:s3:::bucket", "111122223333")).ok();
    }

    @Test
    void aConfusedDeputyIsTurnedAwayByTheSourceConditions() {
        Client backup = service(BACKUP);
        role(
                admin,
                "auditor",
                trustWith(
                        BACKUP,
                        "{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"},"
                                + "\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:backup:*:111122223333:*\"}}"));
        assume(actingFor(backup, VAULT, "111122223333")).ok();
        denied(
                assume(
                        actingFor(
                                backup,
                                "arn:aws:backup:eu-west-1:444455556666:backup-vault:v",
                                "444455556666")),
                BACKUP,
                "sts:AssumeRole");
        denied(
                assume(actingFor(backup, "arn:aws:s3:::bucket", "111122223333")),
                BACKUP,
                "sts:AssumeRole");
    }

    @Test
    void theSourceOrganizationIsWhatTheServerKnowsNotWhatAnybodySays() {
        admin.json("AWSOrganizationsV20161128.CreateOrganization", "{}");
        Client backup = service(BACKUP);
        String organization =
                world.account(TRUSTING).entities().stream()
                        .filter(Organization.class::isInstance)
                        .map(Organization.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .id();
        role(
                admin,
                "auditor",
                trustWith(
                        BACKUP,
                        "{\"StringEquals\":{\"aws:SourceOrgID\":\"" + organization + "\"}}"));
        assume(actingFor(backup, VAULT, "111122223333")).ok();
        Client foreign =
                backup.saying(
                        "x-amz-source-arn",
                        "arn:aws:s3:::b",
                        "x-amz-source-account",
                        "444455556666",
                        "x-amz-source-org-id",
                        organization);
        denied(assume(foreign), BACKUP, "sts:AssumeRole");
    }

    @Test
    void whatAUserSaysOfASourceIsNoSource() {
        Client alice =
                actingFor(
                        world.user(TRUSTING, "alice", ADMINISTRATOR_ACCESS), VAULT, "111122223333");
        role(
                admin,
                "auditor",
                trust("{\"AWS\":\"111122223333\"}")
                        .replace(
                                "]}}",
                                "],\"Condition\":{\"StringEquals\":"
                                        + "{\"aws:SourceAccount\":\"111122223333\"}}}}"));
        denied(assume(alice), "arn:aws:iam::111122223333:user/alice", "sts:AssumeRole");
    }

    @Test
    void theConditionKeysSayThatAServiceCalls() {
        Client backup = actingFor(service(BACKUP), VAULT, "111122223333");
        role(
                admin,
                "auditor",
                trustWith(
                        BACKUP,
                        "{\"Bool\":{\"aws:PrincipalIsAWSService\":\"true\"},"
                                + "\"StringEquals\":{\"aws:PrincipalServiceName\":\""
                                + BACKUP
                                + "\"},\"Null\":{\"aws:PrincipalArn\":\"true\",\"aws:PrincipalAccount\":\"true\"}}"));
        assume(backup).ok();
    }

    @Test
    void aServiceLinkedRoleIsAssumedByItsService() {
        admin.call("CreateServiceLinkedRole", "AWSServiceName", "autoscaling.amazonaws.com").ok();
        Client autoscaling =
                actingFor(
                        service("autoscaling.amazonaws.com"),
                        "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:g:autoScalingGroupName/web",
                        "111122223333");
        String arn =
                "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/"
                        + "AWSServiceRoleForAutoScaling";
        assumeArn(autoscaling, arn).ok();
        assertThat(assumeArn(admin, arn).status()).isEqualTo(403);
    }

    @Test
    void theRolesOwnMaximumDoesNotBindAService() {
        Client backup = actingFor(service(BACKUP), VAULT, "111122223333");
        role(admin, "auditor", trust(serviceName(BACKUP)));
        assume(backup, "DurationSeconds", "21600").ok();
    }

    @Test
    void aServiceRegisteredForOneResourceActsForNoOther() {
        NewAccessKey key =
                registry.register(
                        new RegisteredService(BACKUP, world.instant(), VAULT, "111122223333"),
                        world.instant(),
                        new Random(1));
        Client backup = world.client(key.key().id(), key.secret(), null);
        role(admin, "auditor", trust(serviceName(BACKUP)));
        assume(backup).ok();
        assume(backup.saying("x-amz-source-arn", "arn:aws:s3:::b"))
                .refused(
                        400,
                        "ValidationError",
                        "x-amz-source-arn is not what the service is registered for");
        assume(backup.saying("x-amz-source-arn", VAULT, "x-amz-source-arn", "arn:aws:s3:::b"))
                .refused(400, "ValidationError", "x-amz-source-arn is stated more than once");
    }

    @Test
    void aRemovedServiceIsNobody() {
        Client backup = actingFor(service(BACKUP), VAULT, "111122223333");
        role(admin, "auditor", trust(serviceName(BACKUP)));
        registry.remove(BACKUP, world.instant());
        assume(backup)
                .refused(
                        403,
                        "InvalidClientTokenId",
                        "The security token included in the request is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "backup",
                "Backup.example",
                "-a.b",
                "a..b",
                "a.b/",
                "*.example",
                "a.b c"
            })
    void aNameThatIsNoDnsNameIsRefused(String name) {
        assertThatThrownBy(() -> service(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
