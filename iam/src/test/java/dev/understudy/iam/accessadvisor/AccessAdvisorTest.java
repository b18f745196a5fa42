package dev.understudy.iam.accessadvisor;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reports of last access, from real decisions. */
class AccessAdvisorTest {
    private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"iam:List*\","
                    + "\"s3:GetObject\",\"sts:*\"],\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":"
                    + "\"sts:*\",\"Resource\":\"*\"}]}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final Client alice = world.userWith(TRUSTING, "alice", POLICY);

    @AfterEach
    void close() {
        world.close();
    }

    private String job(String arn, String... more) {
        List<String> parameters = new ArrayList<>(List.of("Arn", arn));
        parameters.addAll(List.of(more));
        return admin.call("GenerateServiceLastAccessedDetails", parameters.toArray(String[]::new))
                .ok()
                .text("JobId");
    }

    private Answer report(String job, String... more) {
        List<String> parameters = new ArrayList<>(List.of("JobId", job));
        parameters.addAll(List.of(more));
        return admin.call("GetServiceLastAccessedDetails", parameters.toArray(String[]::new));
    }

    @Test
    void itListsWhatThePoliciesGrantAndWhenItWasUsed() {
        Answer unused = report(job(ALICE)).ok();
        assertThat(unused.texts("ServiceNamespace")).containsExactly("iam", "s3");
        assertThat(unused.texts("ServiceName"))
                .containsExactly("AWS Identity and Access Management", "Amazon S3");
        assertThat(unused.texts("TotalAuthenticatedEntities")).containsExactly("0", "0");
        assertThat(unused.has("LastAuthenticated")).isFalse();
        alice.call("ListUsers").ok();
        Answer used = report(job(ALICE)).ok();
        assertThat(used.text("JobStatus")).isEqualTo("COMPLETED");
        assertThat(used.text("JobType")).isEqualTo("SERVICE_LEVEL");
        assertThat(used.text("LastAuthenticated")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(used.text("LastAuthenticatedEntity")).isEqualTo(ALICE);
        assertThat(used.text("LastAuthenticatedRegion")).isEqualTo("us-east-1");
        assertThat(used.texts("TotalAuthenticatedEntities")).containsExactly("1", "0");
        assertThat(used.has("ActionName")).isFalse();
    }

    @Test
    void theTagsOfWhatAReportIsAboutDecideWhoMayAsk() {
        Client blue =
                world.userWith(
                        TRUSTING,
                        "blue",
                        """
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*","Action":[
                         "iam:GenerateServiceLastAccessedDetails","iam:ListPoliciesGrantingServiceAccess"],
                         "Condition":{"StringEquals":{"aws:ResourceTag/team":"blue"}}}}\
                        """);
        String[] list = {"Arn", ALICE, "ServiceNamespaces.member.1", "s3"};
        blue.call("GenerateServiceLastAccessedDetails", "Arn", ALICE).refused("AccessDenied");
        blue.call("ListPoliciesGrantingServiceAccess", list).refused("AccessDenied");
        admin.call(
                        "TagUser",
                        "UserName",
                        "alice",
                        "Tags.member.1.Key",
                        "team",
                        "Tags.member.1.Value",
                        "blue")
                .ok();
        blue.call("GenerateServiceLastAccessedDetails", "Arn", ALICE).ok();
        blue.call("ListPoliciesGrantingServiceAccess", list).ok();
    }

    @Test
    void actionsAreToldWhenAskedFor() {
        alice.call("ListUsers").ok();
        world.pass(Duration.ofMinutes(1));
        alice.call("CreateUser", "UserName", "x").refused("AccessDenied");
        Answer told = report(job(ALICE, "Granularity", "ACTION_LEVEL")).ok();
        assertThat(told.texts("ActionName")).containsExactly("CreateUser", "ListUsers");
        assertThat(told.texts("LastAccessedTime"))
                .containsExactly("2026-01-15T12:01:00Z", "2026-01-15T12:00:00Z");
    }

    @Test
    void aGroupsReportIsAboutItsMembers() {
        admin.call("CreateGroup", "GroupName", "g").ok();
        admin.call(
                        "PutGroupPolicy",
                        "GroupName",
                        "g",
                        "PolicyName",
                        "p",
                        "PolicyDocument",
                        POLICY.replace("s3:GetObject", "sqs:*"))
                .ok();
        admin.call("AddUserToGroup", "GroupName", "g", "UserName", "alice").ok();
        admin.call("CreateUser", "UserName", "idle").ok();
        admin.call("AddUserToGroup", "GroupName", "g", "UserName", "idle").ok();
        alice.call("ListUsers").ok();
        String job = job("arn:aws:iam::111122223333:group/g");
        Answer told = report(job).ok();
        assertThat(told.texts("ServiceNamespace")).containsExactly("iam", "sqs");
        assertThat(told.text("LastAuthenticatedEntity")).isEqualTo(ALICE);
        Answer entities =
                admin.call(
                                "GetServiceLastAccessedDetailsWithEntities",
                                "JobId",
                                job,
                                "ServiceNamespace",
                                "iam",
                                "MaxItems",
                                "1")
                        .ok();
        assertThat(entities.texts("Name")).containsExactly("alice");
        assertThat(entities.text("IsTruncated")).isEqualTo("true");
        Answer rest =
                admin.call(
                                "GetServiceLastAccessedDetailsWithEntities",
                                "JobId",
                                job,
                                "ServiceNamespace",
                                "iam",
                                "Marker",
                                entities.text("Marker"))
                        .ok();
        assertThat(rest.texts("Name")).containsExactly("idle");
        assertThat(rest.has("LastAuthenticated")).isFalse();
    }

    @Test
    void jobsBelongToWhoAskedAndNamesMustBe() {
        String job = job(ALICE);
        alice.call("GetServiceLastAccessedDetails", "JobId", job).refused("AccessDenied");
        world.root(TRUSTING)
                .call("GetServiceLastAccessedDetails", "JobId", job)
                .refused(404, "NoSuchEntity", "Job " + job + " was not found.");
        report("0".repeat(36)).refused("NoSuchEntity");
        report("0").refused("ValidationError");
        report(job, "Marker", "nothing").refused(400, "ValidationError", "Invalid Marker.");
        admin.call(
                        "GenerateServiceLastAccessedDetails",
                        "Arn",
                        "arn:aws:iam::111122223333:user/none")
                .refused("NoSuchEntity");
    }

    @Test
    void policiesAreListedByTheServiceTheyGrant() {
        admin.call("AttachUserPolicy", "UserName", "alice", "PolicyArn", World.ADMINISTRATOR_ACCESS)
                .ok();
        Answer told =
                admin.call(
                                "ListPoliciesGrantingServiceAccess",
                                "Arn",
                                ALICE,
                                "ServiceNamespaces.member.1",
                                "s3",
                                "ServiceNamespaces.member.2",
                                "sts")
                        .ok();
        assertThat(told.texts("ServiceNamespace")).containsExactly("s3", "sts");
        assertThat(told.texts("PolicyName"))
                .containsExactly("AdministratorAccess", "inline", "AdministratorAccess");
        assertThat(told.texts("EntityName")).containsExactly("alice");
        assertThat(told.texts("PolicyArn"))
                .containsExactly(World.ADMINISTRATOR_ACCESS, World.ADMINISTRATOR_ACCESS);
    }

    @Test
    void wordsOfPoliciesSayWhichServicesTheyGrant() {
        assertThat(grants("Allow", "Action", "s3:Get*", "s3")).isTrue();
        assertThat(grants("Allow", "Action", "S3:GetObject", "s3")).isTrue();
        assertThat(grants("Allow", "Action", "s3:Get*", "iam")).isFalse();
        assertThat(grants("Allow", "Action", "*", "iam")).isTrue();
        assertThat(grants("Allow", "NotAction", "iam:*", "iam")).isFalse();
        assertThat(grants("Allow", "NotAction", "iam:*", "s3")).isTrue();
        assertThat(grants("Allow", "NotAction", "iam:Get*", "iam")).isTrue();
        assertThat(grants("Deny", "Action", "*", "iam")).isFalse();
        assertThat(GrantedServices.of(List.of(PolicyDocument.unreadable(""))).includes("s3"))
                .isFalse();
    }

    private static boolean grants(String effect, String element, String action, String service) {
        return GrantedServices.of(
                        List.of(
                                PolicyDocument.parse(
                                        "{\"Statement\":{\"Effect\":\""
                                                + effect
                                                + "\",\""
                                                + element
                                                + "\":\""
                                                + action
                                                + "\",\"Resource\":\"*\"}}")))
                .includes(service);
    }
}
