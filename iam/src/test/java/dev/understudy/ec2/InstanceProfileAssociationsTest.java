package dev.understudy.ec2;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Wire;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Which instance has which profile, who may change it, and what an answer looks like. */
class InstanceProfileAssociationsTest {
    private static final String INSTANCE = "i-0123456789abcdef0";
    private static final String ARN = "arn:aws:ec2:us-east-1:111122223333:instance/" + INSTANCE;
    private static final String PROFILE = "arn:aws:iam::111122223333:instance-profile/web";
    private static final String ROLE = "arn:aws:iam::111122223333:role/web";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},"
                    + "\"Action\":\"sts:AssumeRole\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void profiles() {
        String[] role = {"RoleName", "web", "AssumeRolePolicyDocument", TRUST};
        admin.call("CreateRole", role).ok();
        for (String name : List.of("web", "batch")) {
            admin.call("CreateInstanceProfile", "InstanceProfileName", name).ok();
            String[] add = {"InstanceProfileName", name, "RoleName", "web"};
            admin.call("AddRoleToInstanceProfile", add).ok();
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Answer associate(Client caller, String instance, String profile) {
        String[] parameters = {"InstanceId", instance, "IamInstanceProfile.Name", profile};
        return caller.call("AssociateIamInstanceProfile", parameters);
    }

    private Answer describe(String... parameters) {
        return admin.call("DescribeIamInstanceProfileAssociations", parameters);
    }

    private Client allowed(String name, String... statements) {
        return world.userWith(
                TRUSTING,
                name,
                "{\"Version\":\"2012-10-17\",\"Statement\":["
                        + String.join(",", statements)
                        + "]}");
    }

    private static String allow(String action, String resource, String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\",\"Condition\":{%s}}"
                .formatted(action, resource, condition);
    }

    @Test
    void aProfileIsAssociatedReplacedAndTakenAway() {
        Answer made = associate(admin, INSTANCE, "web").ok();
        assertThat(made.text("state")).isEqualTo("associating");
        assertThat(made.text("arn")).isEqualTo(PROFILE);
        assertThat(made.text("associationId")).matches("iip-assoc-0[0-9a-f]{16}");
        assertThat(describe().ok().texts("state")).containsExactly("associated");
        associate(admin, INSTANCE, "batch").refused("IncorrectState");

        String[] replace = {
            "AssociationId", made.text("associationId"), "IamInstanceProfile.Name", "batch"
        };
        Answer replaced = admin.call("ReplaceIamInstanceProfileAssociation", replace).ok();
        assertThat(replaced.text("associationId")).isNotEqualTo(made.text("associationId"));
        admin.call("ReplaceIamInstanceProfileAssociation", replace)
                .refused("InvalidAssociationID.NotFound");
        assertThat(describe().ok().texts("arn")).containsExactly(PROFILE.replace("/web", "/batch"));

        String[] end = {"AssociationId", replaced.text("associationId")};
        Answer ended = admin.call("DisassociateIamInstanceProfile", end).ok();
        assertThat(ended.text("state")).isEqualTo("disassociating");
        assertThat(describe().ok().texts("associationId")).isEmpty();
        associate(admin, INSTANCE, "web").ok();
    }

    @Test
    void whoGivesAnInstanceAProfileMustBeAllowedToPassItsRoleForThatInstance() {
        String associate = allow("ec2:AssociateIamInstanceProfile", ARN, "");
        Client without = allowed("without", associate);
        Answer refusal = associate(without, INSTANCE, "web").refused("UnauthorizedOperation");
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.message())
                .startsWith(
                        "You are not authorized to perform this operation. User:"
                                + " arn:aws:iam::111122223333:user/without is not authorized to"
                                + " perform: iam:PassRole on resource: "
                                + ROLE
                                + " because no identity-based policy allows the iam:PassRole"
                                + " action. Encoded authorization failure message: ");
        String encoded = refusal.message().replaceFirst(".*message: ", "");
        admin.call("DecodeAuthorizationMessage", "EncodedMessage", encoded).ok();

        String other = "\"StringEquals\":{\"iam:AssociatedResourceArn\":\"" + ARN + "1\"}";
        associate(allowed("other", associate, allow("iam:PassRole", ROLE, other)), INSTANCE, "web")
                .refused("UnauthorizedOperation");
        String pass =
                "\"StringEquals\":{\"iam:AssociatedResourceArn\":\""
                        + ARN
                        + "\",\"iam:PassedToService\":\"ec2.amazonaws.com\"}";
        Client with = allowed("with", associate, allow("iam:PassRole", ROLE, pass));
        associate(with, "i-00000000000000001", "web").refused("UnauthorizedOperation");
        associate(with, INSTANCE, "web").ok();
    }

    @Test
    void policiesMayNameTheProfilesThatGoAndCome() {
        String id = associate(admin, INSTANCE, "web").ok().text("associationId");
        String condition =
                "\"ArnEquals\":{\"ec2:InstanceProfile\":\"%s\",\"ec2:NewInstanceProfile\":\"%s\"}";
        String batch = PROFILE.replace("/web", "/batch");
        String pass = allow("iam:PassRole", "*", "");
        String replace = "ec2:ReplaceIamInstanceProfileAssociation";
        String[] parameters = {"AssociationId", id, "IamInstanceProfile.Arn", batch};
        Client wrong = allowed("wrong", pass, allow(replace, "*", condition.formatted(batch, "*")));
        wrong.call("ReplaceIamInstanceProfileAssociation", parameters)
                .refused("UnauthorizedOperation");
        Client right =
                allowed("right", pass, allow(replace, "*", condition.formatted(PROFILE, batch)));
        right.call("ReplaceIamInstanceProfileAssociation", parameters).ok();
    }

    @Test
    void whoMayNotAskDoesNotLearnWhichAssociationsThereAre() {
        String id = associate(admin, INSTANCE, "web").ok().text("associationId");
        Client nobody = allowed("nobody", allow("s3:GetObject", "*", ""));
        for (String each : List.of(id, "iip-assoc-00000000000000000")) {
            nobody.call("DisassociateIamInstanceProfile", "AssociationId", each)
                    .refused("UnauthorizedOperation");
        }
    }

    @Test
    void aProfileMayBeDeletedWhileInstancesHaveIt() {
        Answer made = associate(admin, INSTANCE, "web").ok();
        String[] remove = {"InstanceProfileName", "web", "RoleName", "web"};
        admin.call("RemoveRoleFromInstanceProfile", remove).ok();
        admin.call("DeleteInstanceProfile", "InstanceProfileName", "web").ok();
        Answer described = describe().ok();
        assertThat(described.texts("arn")).containsExactly(PROFILE);
        assertThat(described.texts("id")).containsExactly(made.text("id"));
        associate(admin, "i-00000000000000001", "web").refused("InvalidParameterValue");
    }

    @Test
    void accountsAndRegionsKeepToThemselves() {
        String id = associate(admin, INSTANCE, "web").ok().text("associationId");
        Answer other = world.admin(TRUSTED).call("DescribeIamInstanceProfileAssociations").ok();
        assertThat(other.texts("associationId")).isEmpty();
        world.admin(TRUSTED)
                .call("DisassociateIamInstanceProfile", "AssociationId", id)
                .refused("InvalidAssociationID.NotFound");
    }

    @Test
    void filtersMatchByWildcards() {
        associate(admin, INSTANCE, "web").ok();
        associate(admin, "i-01234567", "web").ok();
        assertThat(filtered("instance-id", "i-0123*")).hasSize(2);
        assertThat(filtered("instance-id", "i-0123456?")).containsExactly("i-01234567");
        assertThat(filtered("instance-id", "*?*?*?*?*?*?*?*?*?*z")).isEmpty();
        assertThat(filtered("state", "associating")).isEmpty();
        assertThat(filtered("state", "associat?d")).hasSize(2);
        assertThat(filtered("state", "Associated")).isEmpty();
    }

    private List<String> filtered(String name, String value) {
        return describe("Filter.1.Name", name, "Filter.1.Value.1", value).ok().texts("instanceId");
    }

    @Test
    void pagesHoldAll() {
        for (int i = 0; i < 12; i++) {
            associate(admin, "i-%08x".formatted(i), "web").ok();
        }
        List<String> seen = new ArrayList<>();
        Answer page = describe("MaxResults", "5").ok();
        seen.addAll(page.texts("instanceId"));
        while (page.has("nextToken")) {
            page = describe("MaxResults", "5", "NextToken", page.text("nextToken")).ok();
            seen.addAll(page.texts("instanceId"));
        }
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        describe("NextToken", "%").refused("InvalidPaginationToken");
        describe("MaxResults", "1001").refused("InvalidParameterValue");
    }

    @Test
    void errorsBeforeAnyOperationAreInItsWords() {
        Client wrong = world.client(admin.accessKeyId(), "not-the-secret", null);
        Answer refusal = wrong.call("DescribeIamInstanceProfileAssociations");
        refusal.refused(
                401, "AuthFailure", "AWS was not able to validate the provided access credentials");
        assertThat(refusal.has("RequestID")).isTrue();
        assertThat(refusal.has("ErrorResponse")).isFalse();
        Wire.send(world, admin, "Action=RunInstances&Version=2016-11-15", "ec2")
                .refused(
                        400,
                        "InvalidAction",
                        "The action RunInstances is not valid for this web service.");
        describe("DryRun", "true")
                .refused(400, "UnknownParameter", "The parameter DryRun is not recognized");
    }
}
