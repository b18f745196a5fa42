package dev.understudy.iam.organizations;

import dev.understudy.iam.accessadvisor.Jobs;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportResponse;

/** Asks for a report of which services a part of the organization last used. */
final class GenerateOrganizationsAccessReport
        implements WriteOperation<
                GenerateOrganizationsAccessReportRequest,
                GenerateOrganizationsAccessReportResponse> {
    @Override
    public Access access(GenerateOrganizationsAccessReportRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                                "iam:GenerateOrganizationsAccessReport",
                                "arn:"
                                        + call.account().partition()
                                        + ":iam::"
                                        + call.accountId()
                                        + ":access-report/"
                                        + input.entityPath(),
                                call.accountId())
                        .with("iam:OrganizationsPolicyId", input.organizationsPolicyId()));
    }

    @Override
    public GenerateOrganizationsAccessReportResponse execute(
            GenerateOrganizationsAccessReportRequest input, WritingCall call) {
        String id = Jobs.start(call, input.entityPath(), null, input.organizationsPolicyId());
        return GenerateOrganizationsAccessReportResponse.builder().jobId(id).build();
    }
}
