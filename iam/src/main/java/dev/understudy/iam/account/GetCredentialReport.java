package dev.understudy.iam.account;

import dev.understudy.directory.CredentialReport;
import dev.understudy.iam.errors.ReportExpired;
import dev.understudy.iam.errors.ReportNotPresent;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

import java.time.Duration;
import java.time.Instant;

/** Tells the credential report that was generated in the last four hours. */
final class GetCredentialReport
        implements ReadOperation<GetCredentialReportRequest, GetCredentialReportResponse> {
    private static final Duration LIFE = Duration.ofHours(4);

    @Override
    public Access access(GetCredentialReportRequest input, AuthenticatedCall call) {
        return Access.permission(AccountOperations.check("iam:GetCredentialReport", call));
    }

    @Override
    public GetCredentialReportResponse execute(
            GetCredentialReportRequest input, AuthorizedCall call) {
        CredentialReport report = call.account().credentials().report();
        if (report == null) {
            throw ReportNotPresent.credentialReport();
        }
        if (!isYoung(report, call.now())) {
            throw ReportExpired.credentialReport();
        }
        return GetCredentialReportResponse.builder()
                .content(SdkBytes.fromUtf8String(report.csv()))
                .reportFormat("text/csv")
                .generatedTime(report.generatedTime())
                .build();
    }

    static boolean isYoung(CredentialReport report, Instant now) {
        return now.isBefore(report.generatedTime().plus(LIFE));
    }
}
