package dev.understudy.iam.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementResponse;

import java.util.List;

/** Enables the management of the members' root credentials. */
final class EnableOrganizationsRootCredentialsManagement
        implements WriteOperation<
                EnableOrganizationsRootCredentialsManagementRequest,
                EnableOrganizationsRootCredentialsManagementResponse> {
    @Override
    public Access access(
            EnableOrganizationsRootCredentialsManagementRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                        "iam:EnableOrganizationsRootCredentialsManagement", "*", call.accountId()));
    }

    @Override
    public EnableOrganizationsRootCredentialsManagementResponse execute(
            EnableOrganizationsRootCredentialsManagementRequest input, WritingCall call) {
        List<String> features = RootFeatures.switched(call, RootFeatures.CREDENTIALS, true);
        return EnableOrganizationsRootCredentialsManagementResponse.builder()
                .organizationId(RootFeatures.readable(call).organization().id())
                .enabledFeaturesWithStrings(features)
                .build();
    }
}
