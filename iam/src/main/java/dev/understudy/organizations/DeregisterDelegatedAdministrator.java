package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DeregisterDelegatedAdministratorRequest;
import software.amazon.awssdk.services.organizations.model.DeregisterDelegatedAdministratorResponse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets a member administer a service no longer. */
final class DeregisterDelegatedAdministrator
        implements WriteOperation<
                DeregisterDelegatedAdministratorRequest, DeregisterDelegatedAdministratorResponse> {
    @Override
    public Access access(DeregisterDelegatedAdministratorRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("DeregisterDelegatedAdministrator", input.accountId(), call)
                        .with("organizations:ServicePrincipal", input.servicePrincipal()));
    }

    @Override
    public DeregisterDelegatedAdministratorResponse execute(
            DeregisterDelegatedAdministratorRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        MemberAccount member = Parents.member(view, input.accountId());
        Map<String, Instant> services = new LinkedHashMap<>(member.delegations());
        if (services.remove(input.servicePrincipal()) == null) {
            throw OrganizationsErrors.because(
                    ErrorCode.ACCOUNT_NOT_REGISTERED,
                    "The specified account is not a delegated administrator for this AWS service.");
        }
        call.put(member.withDelegations(services));
        return DeregisterDelegatedAdministratorResponse.builder().build();
    }
}
