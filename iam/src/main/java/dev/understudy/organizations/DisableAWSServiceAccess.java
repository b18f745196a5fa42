package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DisableAwsServiceAccessRequest;
import software.amazon.awssdk.services.organizations.model.DisableAwsServiceAccessResponse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trusts a service no longer. */
final class DisableAWSServiceAccess
        implements WriteOperation<DisableAwsServiceAccessRequest, DisableAwsServiceAccessResponse> {
    @Override
    public Access access(DisableAwsServiceAccessRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.anywhere("DisableAWSServiceAccess", call)
                        .with("organizations:ServicePrincipal", input.servicePrincipal()));
    }

    @Override
    public DisableAwsServiceAccessResponse execute(
            DisableAwsServiceAccessRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        Map<String, Instant> services = new LinkedHashMap<>(view.organization().trustedServices());
        if (services.remove(input.servicePrincipal()) != null) {
            call.put(view.organization().withTrustedServices(services));
        }
        return DisableAwsServiceAccessResponse.builder().build();
    }
}
