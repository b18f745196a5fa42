package dev.understudy.iam.account;

import dev.understudy.directory.CredentialReport;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.LastUse;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;
import dev.understudy.policy.AccountId;

import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;

import java.time.Instant;
import java.util.function.Function;

/**
 * Makes a credential report, unless there is one that is young enough. It is there as soon as this
 * answers that it was started.
 */
final class GenerateCredentialReport
        implements WriteOperation<
                GenerateCredentialReportRequest, GenerateCredentialReportResponse> {
    private final LastUse lastUse;
    private final Function<AccountId, Instant> created;

    GenerateCredentialReport(LastUse lastUse, Function<AccountId, Instant> created) {
        this.lastUse = lastUse;
        this.created = created;
    }

    @Override
    public Access access(GenerateCredentialReportRequest input, AuthenticatedCall call) {
        return Access.permission(AccountOperations.check("iam:GenerateCredentialReport", call));
    }

    @Override
    public GenerateCredentialReportResponse execute(
            GenerateCredentialReportRequest input, WritingCall call) {
        CredentialReport present = call.account().credentials().report();
        if (present != null && GetCredentialReport.isYoung(present, call.now())) {
            return GenerateCredentialReportResponse.builder().state("COMPLETE").build();
        }
        CredentialTable table =
                new CredentialTable(call.account(), lastUse, created.apply(call.accountId()));
        call.put(new CredentialReport(call.now(), table.csv()));
        return GenerateCredentialReportResponse.builder()
                .state("STARTED")
                .description("No report exists. Starting a new report generation task")
                .build();
    }
}
