package dev.understudy.iam.organizations;

import dev.understudy.directory.AccessJob;
import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.iam.accessadvisor.Jobs;
import dev.understudy.iam.accessadvisor.KnownServices;
import dev.understudy.iam.accessadvisor.Slice;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.LastAccess;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.AccessDetail;
import software.amazon.awssdk.services.iam.model.ErrorDetails;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells a report about a part of the organization. What cannot be reported is a job that failed.
 */
final class GetOrganizationsAccessReport
        implements ReadOperation<
                GetOrganizationsAccessReportRequest, GetOrganizationsAccessReportResponse> {
    private final LastAccess lastAccess;
    private final KnownServices services;

    GetOrganizationsAccessReport(LastAccess lastAccess, KnownServices services) {
        this.lastAccess = lastAccess;
        this.services = services;
    }

    @Override
    public Access access(GetOrganizationsAccessReportRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:GetOrganizationsAccessReport", "*", call.accountId()));
    }

    @Override
    public GetOrganizationsAccessReportResponse execute(
            GetOrganizationsAccessReportRequest input, AuthorizedCall call) {
        AccessJob job = Jobs.find(call, input.jobId(), true);
        OrganizationView view = call.organization(call.accountId());
        if (view == null || !view.managementId().equals(call.accountId())) {
            return failed(
                    job,
                    "ACCESS_DENIED",
                    "The account is not the management account of an organization.");
        }
        if (!view.organization().policyTypes().contains(OrganizationPolicy.SERVICE_CONTROL)) {
            return failed(
                    job,
                    "SERVICE_CONTROL_POLICIES_NOT_ENABLED",
                    "Service control policies are not enabled for the organization's root.");
        }
        OrganizationReport report = new OrganizationReport(view, job, call, lastAccess, services);
        OrganizationNode subject = report.subject();
        if (subject == null) {
            return failed(job, "ENTITY_NOT_FOUND", "The entity path names nothing.");
        }
        return completed(job, report.details(subject), input);
    }

    private static GetOrganizationsAccessReportResponse completed(
            AccessJob job, List<AccessDetail> details, GetOrganizationsAccessReportRequest input) {
        List<AccessDetail> sorted = new ArrayList<>(details);
        sorted.sort(order(input.sortKeyAsString()));
        Slice<AccessDetail> page =
                Slice.of(sorted, AccessDetail::serviceNamespace, input.maxItems(), input.marker());
        int unused =
                (int) details.stream().filter(one -> one.lastAuthenticatedTime() == null).count();
        return GetOrganizationsAccessReportResponse.builder()
                .jobStatus("COMPLETED")
                .jobCreationDate(job.created())
                .jobCompletionDate(job.created())
                .numberOfServicesAccessible(details.size())
                .numberOfServicesNotAccessed(unused)
                .accessDetails(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private static Comparator<AccessDetail> order(@Nullable String key) {
        Comparator<AccessDetail> byName = Comparator.comparing(AccessDetail::serviceNamespace);
        Comparator<AccessDetail> byTime =
                Comparator.comparing(
                        AccessDetail::lastAuthenticatedTime,
                        Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
        return switch (key == null ? "" : key) {
            case "SERVICE_NAMESPACE_DESCENDING" -> byName.reversed();
            case "LAST_AUTHENTICATED_TIME_ASCENDING" -> byTime.thenComparing(byName);
            case "LAST_AUTHENTICATED_TIME_DESCENDING" -> byTime.reversed().thenComparing(byName);
            default -> byName;
        };
    }

    private static GetOrganizationsAccessReportResponse failed(
            AccessJob job, String code, String message) {
        return GetOrganizationsAccessReportResponse.builder()
                .jobStatus("FAILED")
                .jobCreationDate(job.created())
                .jobCompletionDate(job.created())
                .isTruncated(false)
                .errorDetails(ErrorDetails.builder().code(code).message(message).build())
                .build();
    }
}
