package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest.Progress;

import software.amazon.awssdk.services.iam.model.DelegationPermission;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.PolicyParameter;

import java.time.Instant;
import java.util.List;

/** A request as answers tell it. */
final class DescribedRequest {
    private DescribedRequest() {}

    static DelegationRequest of(Requests.Found found, Instant now) {
        dev.understudy.directory.DelegationRequest request = found.request();
        Progress progress = request.progress();
        DelegationRequest.Builder described =
                DelegationRequest.builder()
                        .delegationRequestId(request.id())
                        .ownerAccountId(request.ownerAccountId())
                        .description(request.description())
                        .requestMessage(request.requestMessage())
                        .permissions(permissions(request))
                        .permissionPolicy(request.permissionPolicy().text())
                        .ownerId(progress.ownerId())
                        .approverId(progress.approverId())
                        .state(Lifecycle.state(request, now))
                        .expirationTime(Lifecycle.expiration(request))
                        .requestorId(found.requestor().digits())
                        .requestorName(request.requestorName())
                        .createDate(request.createDate())
                        .sessionDuration(request.sessionDuration())
                        .redirectUrl(request.redirectUrl())
                        .notes(progress.notes())
                        .rejectionReason(progress.rejectionReason())
                        .onlySendByOwner(request.onlySendByOwner())
                        .updatedTime(progress.updated());
        List<String> boundaries = RequiredBoundaries.of(request.permissionPolicy());
        return boundaries.isEmpty()
                ? described.build()
                : described.rolePermissionRestrictionArns(boundaries).build();
    }

    private static DelegationPermission permissions(
            dev.understudy.directory.DelegationRequest request) {
        DelegationPermission.Builder permissions =
                DelegationPermission.builder().policyTemplateArn(request.policyTemplateArn());
        if (!request.parameters().isEmpty()) {
            permissions.parameters(
                    request.parameters().stream().map(DescribedRequest::parameter).toList());
        }
        return permissions.build();
    }

    private static PolicyParameter parameter(
            dev.understudy.directory.DelegationRequest.Parameter parameter) {
        return PolicyParameter.builder()
                .name(parameter.name())
                .values(parameter.values())
                .type(parameter.type())
                .build();
    }
}
