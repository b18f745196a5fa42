package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.AccessJob;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.LastAccess;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/** Tells a report: the services that its subject may use, each with its last attempt. */
final class GetServiceLastAccessedDetails
        implements ReadOperation<
                GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResponse> {
    private final LastAccess lastAccess;
    private final KnownServices services;

    GetServiceLastAccessedDetails(LastAccess lastAccess, KnownServices services) {
        this.lastAccess = lastAccess;
        this.services = services;
    }

    @Override
    public Access access(GetServiceLastAccessedDetailsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:GetServiceLastAccessedDetails", "*", call.accountId()));
    }

    @Override
    public GetServiceLastAccessedDetailsResponse execute(
            GetServiceLastAccessedDetailsRequest input, AuthorizedCall call) {
        AccessJob job = Jobs.find(call, input.jobId(), false);
        Slice<ServiceLastAccessed> page =
                Slice.of(
                        Report.services(job, call.account(), lastAccess, services),
                        ServiceLastAccessed::serviceNamespace,
                        input.maxItems(),
                        input.marker());
        return GetServiceLastAccessedDetailsResponse.builder()
                .jobStatus(Report.COMPLETED)
                .jobType(job.granularity())
                .jobCreationDate(job.created())
                .jobCompletionDate(job.created())
                .servicesLastAccessed(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }
}
