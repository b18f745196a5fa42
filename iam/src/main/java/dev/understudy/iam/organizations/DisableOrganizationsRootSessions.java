package dev.understudy.iam.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsResponse;

import java.util.List;

/** Disables sessions as a member's root user for privileged tasks. */
final class DisableOrganizationsRootSessions
        implements WriteOperation<
                DisableOrganizationsRootSessionsRequest, DisableOrganizationsRootSessionsResponse> {
    @Override
    public Access access(DisableOrganizationsRootSessionsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:DisableOrganizationsRootSessions", "*", call.accountId()));
    }

    @Override
    public DisableOrganizationsRootSessionsResponse execute(
            DisableOrganizationsRootSessionsRequest input, WritingCall call) {
        List<String> features = RootFeatures.switched(call, RootFeatures.SESSIONS, false);
        return DisableOrganizationsRootSessionsResponse.builder()
                .organizationId(RootFeatures.readable(call).organization().id())
                .enabledFeaturesWithStrings(features)
                .build();
    }
}
