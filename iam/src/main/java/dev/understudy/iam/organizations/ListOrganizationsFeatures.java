package dev.understudy.iam.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;

/** Lists the features by which the organization manages its members' root users. */
final class ListOrganizationsFeatures
        implements ReadOperation<
                ListOrganizationsFeaturesRequest, ListOrganizationsFeaturesResponse> {
    @Override
    public Access access(ListOrganizationsFeaturesRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("iam:ListOrganizationsFeatures", "*", call.accountId()));
    }

    @Override
    public ListOrganizationsFeaturesResponse execute(
            ListOrganizationsFeaturesRequest input, AuthorizedCall call) {
        OrganizationView view = RootFeatures.readable(call);
        return ListOrganizationsFeaturesResponse.builder()
                .organizationId(view.organization().id())
                .enabledFeaturesWithStrings(view.organization().rootFeatures())
                .build();
    }
}
