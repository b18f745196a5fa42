package dev.understudy.iam.accessadvisor;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsResponse;

/** Asks for a report of what a user, group, role or policy was last used for. */
final class GenerateServiceLastAccessedDetails
        implements WriteOperation<
                GenerateServiceLastAccessedDetailsRequest,
                GenerateServiceLastAccessedDetailsResponse> {
    @Override
    public Access access(GenerateServiceLastAccessedDetailsRequest input, AuthenticatedCall call) {
        return Access.permission(
                AccessSubject.check("iam:GenerateServiceLastAccessedDetails", input.arn(), call));
    }

    @Override
    public GenerateServiceLastAccessedDetailsResponse execute(
            GenerateServiceLastAccessedDetailsRequest input, WritingCall call) {
        AccessSubject.find(call.account(), input.arn());
        String granularity = input.granularityAsString();
        String id =
                Jobs.start(
                        call,
                        input.arn(),
                        granularity == null ? Report.SERVICE_LEVEL : granularity,
                        null);
        return GenerateServiceLastAccessedDetailsResponse.builder().jobId(id).build();
    }
}
