package dev.understudy.iam.organizations;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** IAM's features across an organization, and its reports. */
class OrganizationsFeaturesTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private JsonNode organizations(String operation, String body) {
        return new JsonMapper()
                .readTree(
                        admin.json(
                                        "AWSOrganizationsV20161128." + operation,
                                        body.replace('\'', '"'))
                                .body());
    }

    @Test
    void featuresNeedAnOrganizationThatTrustsIam() {
        admin.call("ListOrganizationsFeatures").refused("OrganizationNotFoundException");
        String id =
                organizations("CreateOrganization", "{}")
                        .path("Organization")
                        .path("Id")
                        .asString();
        admin.call("EnableOrganizationsRootSessions").refused("ServiceAccessNotEnabledException");
        organizations("EnableAWSServiceAccess", "{'ServicePrincipal':'iam.amazonaws.com'}");
        Answer enabled = admin.call("EnableOrganizationsRootSessions").ok();
        assertThat(enabled.text("OrganizationId")).isEqualTo(id);
        assertThat(enabled.texts("member")).containsExactly("RootSessions");
        admin.call("EnableOrganizationsRootCredentialsManagement").ok();
        assertThat(admin.call("ListOrganizationsFeatures").ok().texts("member"))
                .containsExactly("RootCredentialsManagement", "RootSessions");
        assertThat(admin.call("DisableOrganizationsRootSessions").ok().texts("member"))
                .containsExactly("RootCredentialsManagement");
        admin.call("DisableOrganizationsRootCredentialsManagement").ok();
        assertThat(admin.call("ListOrganizationsFeatures").ok().texts("member")).isEmpty();
    }

    @Test
    void anOrganizationOfACommonBillHasNone() {
        organizations("CreateOrganization", "{'FeatureSet':'CONSOLIDATED_BILLING'}");
        admin.call("ListOrganizationsFeatures")
                .refused("OrganizationNotInAllFeaturesModeException");
    }

    @Test
    void theReportTellsWhatIsAllowedAndUsedBelow() {
        String id =
                organizations("CreateOrganization", "{}")
                        .path("Organization")
                        .path("Id")
                        .asString();
        String root = organizations("ListRoots", "{}").path("Roots").path(0).path("Id").asString();
        admin.call("ListUsers").ok();
        String job =
                admin.call("GenerateOrganizationsAccessReport", "EntityPath", id + "/" + root)
                        .ok()
                        .text("JobId");
        Answer report =
                admin.call(
                                "GetOrganizationsAccessReport",
                                "JobId",
                                job,
                                "SortKey",
                                "LAST_AUTHENTICATED_TIME_DESCENDING",
                                "MaxItems",
                                "2")
                        .ok();
        assertThat(report.text("JobStatus")).isEqualTo("COMPLETED");
        assertThat(report.texts("ServiceNamespace")).hasSize(2);
        assertThat(report.texts("EntityPath")).contains(id + "/" + root + "/111122223333");
        assertThat(report.text("IsTruncated")).isEqualTo("true");
        int accessible = Integer.parseInt(report.text("NumberOfServicesAccessible"));
        assertThat(accessible).isGreaterThan(90);
        assertThat(Integer.parseInt(report.text("NumberOfServicesNotAccessed")))
                .isLessThan(accessible);
    }

    @Test
    void whatCannotBeReportedIsAFailedJob() {
        String path = "o-abcdefghij/r-abcd";
        String job =
                admin.call("GenerateOrganizationsAccessReport", "EntityPath", path)
                        .ok()
                        .text("JobId");
        Answer report = admin.call("GetOrganizationsAccessReport", "JobId", job).ok();
        assertThat(report.text("JobStatus")).isEqualTo("FAILED");
        assertThat(report.text("Code")).isEqualTo("ACCESS_DENIED");
        organizations("CreateOrganization", "{}");
        assertThat(admin.call("GetOrganizationsAccessReport", "JobId", job).ok().text("Code"))
                .isEqualTo("ENTITY_NOT_FOUND");
        admin.call("GenerateOrganizationsAccessReport", "EntityPath", "nonsense")
                .refused("ValidationError");
        admin.call("GetOrganizationsAccessReport", "JobId", "0".repeat(36)).refused("NoSuchEntity");
    }
}
