package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.RegisterDelegatedAdministratorRequest;
import software.amazon.awssdk.services.organizations.model.RegisterDelegatedAdministratorResponse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets a member administer a trusted service for the organization. */
final class RegisterDelegatedAdministrator
        implements WriteOperation<
                RegisterDelegatedAdministratorRequest, RegisterDelegatedAdministratorResponse> {
    @Override
    public Access access(RegisterDelegatedAdministratorRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("RegisterDelegatedAdministrator", input.accountId(), call)
                        .with("organizations:ServicePrincipal", input.servicePrincipal()));
    }

    @Override
    public RegisterDelegatedAdministratorResponse execute(
            RegisterDelegatedAdministratorRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        Services.requireAllFeatures(view);
        Services.requireTrusted(view, input.servicePrincipal());
        MemberAccount member = Parents.member(view, input.accountId());
        if (member.id().equals(view.managementId().digits())) {
            throw OrganizationsErrors.constraint(
                    "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
                    "You can't register the management account as a delegated administrator.");
        }
        Map<String, Instant> services = new LinkedHashMap<>(member.delegations());
        if (services.putIfAbsent(input.servicePrincipal(), call.now()) != null) {
            throw OrganizationsErrors.because(
                    ErrorCode.ACCOUNT_ALREADY_REGISTERED,
                    "The specified account is already a delegated administrator for this AWS"
                            + " service.");
        }
        call.put(member.withDelegations(services));
        return RegisterDelegatedAdministratorResponse.builder().build();
    }
}
