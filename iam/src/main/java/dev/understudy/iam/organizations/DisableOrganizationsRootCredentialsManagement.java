package dev.understudy.iam.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementResponse;

import java.util.List;

/** Disables the management of the members' root credentials. */
final class DisableOrganizationsRootCredentialsManagement
        implements WriteOperation<
                DisableOrganizationsRootCredentialsManagementRequest,
                DisableOrganizationsRootCredentialsManagementResponse> {
    @Override
    public Access access(
            DisableOrganizationsRootCredentialsManagementRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                        "iam:DisableOrganizationsRootCredentialsManagement",
                        "*",
                        call.accountId()));
    }

    @Override
    public DisableOrganizationsRootCredentialsManagementResponse execute(
            DisableOrganizationsRootCredentialsManagementRequest input, WritingCall call) {
        List<String> features = RootFeatures.switched(call, RootFeatures.CREDENTIALS, false);
        return DisableOrganizationsRootCredentialsManagementResponse.builder()
                .organizationId(RootFeatures.readable(call).organization().id())
                .enabledFeaturesWithStrings(features)
                .build();
    }
}
