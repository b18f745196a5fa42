package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.DelegationRequest.Parameter;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.PolicyParameter;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Asks an account, or whichever takes the request on, for permissions. On AWS only registered
 * partners may; here everybody whose policies allow it. There is no console, and so no link to one.
 */
final class CreateDelegationRequest
        implements WriteOperation<CreateDelegationRequestRequest, CreateDelegationRequestResponse> {
    /**
     * AWS removes what expired after a time that it does not tell; so many requests are ours too.
     */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST = 1_000;

    @Override
    public Access access(CreateDelegationRequestRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                                "iam:CreateDelegationRequest",
                                RequestChecks.arn("*", call),
                                call.accountId())
                        .with("iam:DelegationDuration", input.sessionDuration().toString())
                        .with("iam:NotificationChannel", input.notificationChannel())
                        .with("iam:TemplateArn", input.permissions().policyTemplateArn()));
    }

    @Override
    public CreateDelegationRequestResponse execute(
            CreateDelegationRequestRequest input, WritingCall call) {
        requireRoom(input.requestorWorkflowId(), call);
        DelegationRequest request = request(input, call);
        call.put(request);
        return CreateDelegationRequestResponse.builder().delegationRequestId(request.id()).build();
    }

    private static void requireRoom(String workflowId, WritingCall call) {
        int kept = 0;
        for (DelegationRequest other : call.account().delegations().made()) {
            if (Lifecycle.expiration(other).plus(KEPT).isBefore(call.now())) {
                call.remove(other.key());
                continue;
            }
            if (other.workflowId().equals(workflowId)) {
                throw EntityAlreadyExists.delegationRequest(workflowId);
            }
            kept++;
        }
        if (kept >= MOST) {
            throw LimitExceeded.quota("DelegationRequestsPerAccount", MOST);
        }
    }

    private static DelegationRequest request(
            CreateDelegationRequestRequest input, WritingCall call) {
        String template = input.permissions().policyTemplateArn();
        if (template == null) {
            throw InvalidInput.because("A policy template must be given.");
        }
        List<Parameter> parameters =
                input.permissions().parameters().stream()
                        .map(CreateDelegationRequest::parameter)
                        .toList();
        RandomGenerator random = call.random();
        return new DelegationRequest(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                input.ownerAccountId(),
                call.account().alias(),
                input.description(),
                input.requestMessage(),
                template,
                parameters,
                PolicyTemplates.render(call.account(), template, parameters),
                input.requestorWorkflowId(),
                input.redirectUrl(),
                input.notificationChannel(),
                input.sessionDuration(),
                Boolean.TRUE.equals(input.onlySendByOwner()),
                call.now(),
                Lifecycle.begun(call.now()));
    }

    private static Parameter parameter(PolicyParameter given) {
        if (given.name() == null) {
            throw InvalidInput.because("A policy parameter must have a name.");
        }
        String type = given.typeAsString();
        return new Parameter(given.name(), given.values(), type == null ? "string" : type);
    }
}
