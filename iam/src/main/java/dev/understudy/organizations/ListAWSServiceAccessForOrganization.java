package dev.understudy.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Lists the services that the organization trusts. */
final class ListAWSServiceAccessForOrganization
        implements ReadOperation<
                ListAwsServiceAccessForOrganizationRequest,
                ListAwsServiceAccessForOrganizationResponse> {
    @Override
    public Access access(ListAwsServiceAccessForOrganizationRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("ListAWSServiceAccessForOrganization", call));
    }

    @Override
    public ListAwsServiceAccessForOrganizationResponse execute(
            ListAwsServiceAccessForOrganizationRequest input, AuthorizedCall call) {
        Pages<Map.Entry<String, Instant>> page =
                Pages.of(
                        new TreeMap<>(Membership.readable(call).organization().trustedServices())
                                .entrySet(),
                        Map.Entry::getKey,
                        input.maxResults(),
                        input.nextToken());
        return ListAwsServiceAccessForOrganizationResponse.builder()
                .enabledServicePrincipals(
                        page.items().stream()
                                .map(service ->
                                        EnabledServicePrincipal.builder()
                                                .servicePrincipal(service.getKey())
                                                .dateEnabled(service.getValue())
                                                .build())
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
