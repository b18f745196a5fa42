package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.EnableAwsServiceAccessRequest;
import software.amazon.awssdk.services.organizations.model.EnableAwsServiceAccessResponse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trusts a service to act in the organization; one that is trusted already stays. */
final class EnableAWSServiceAccess
        implements WriteOperation<EnableAwsServiceAccessRequest, EnableAwsServiceAccessResponse> {
    @Override
    public Access access(EnableAwsServiceAccessRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.anywhere("EnableAWSServiceAccess", call)
                        .with("organizations:ServicePrincipal", input.servicePrincipal()));
    }

    @Override
    public EnableAwsServiceAccessResponse execute(
            EnableAwsServiceAccessRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        Services.requireAllFeatures(view);
        Map<String, Instant> services = new LinkedHashMap<>(view.organization().trustedServices());
        if (services.putIfAbsent(input.servicePrincipal(), call.now()) == null) {
            call.put(view.organization().withTrustedServices(services));
        }
        return EnableAwsServiceAccessResponse.builder().build();
    }
}
