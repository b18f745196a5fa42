package dev.understudy.iam.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsResponse;

import java.util.List;

/** Enables sessions as a member's root user for privileged tasks. */
final class EnableOrganizationsRootSessions
        implements WriteOperation<
                EnableOrganizationsRootSessionsRequest, EnableOrganizationsRootSessionsResponse> {
    @Override
    public Access access(EnableOrganizationsRootSessionsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:EnableOrganizationsRootSessions", "*", call.accountId()));
    }

    @Override
    public EnableOrganizationsRootSessionsResponse execute(
            EnableOrganizationsRootSessionsRequest input, WritingCall call) {
        List<String> features = RootFeatures.switched(call, RootFeatures.SESSIONS, true);
        return EnableOrganizationsRootSessionsResponse.builder()
                .organizationId(RootFeatures.readable(call).organization().id())
                .enabledFeaturesWithStrings(features)
                .build();
    }
}
