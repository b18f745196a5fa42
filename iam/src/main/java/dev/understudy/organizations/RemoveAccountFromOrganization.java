package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.RemoveAccountFromOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.RemoveAccountFromOrganizationResponse;

/**
 * Lets a member go, whose principals the organization's policies limit no longer. AWS asks for what
 * a bill needs first; here there are no bills.
 */
final class RemoveAccountFromOrganization
        implements WriteOperation<
                RemoveAccountFromOrganizationRequest, RemoveAccountFromOrganizationResponse> {
    @Override
    public Access access(RemoveAccountFromOrganizationRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("RemoveAccountFromOrganization", input.accountId(), call));
    }

    @Override
    public RemoveAccountFromOrganizationResponse execute(
            RemoveAccountFromOrganizationRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        MemberAccount member = Parents.member(view, input.accountId());
        if (member.id().equals(view.managementId().digits())) {
            throw OrganizationsErrors.because(
                    ErrorCode.MASTER_CANNOT_LEAVE_ORGANIZATION,
                    "You can't remove a management account from an organization.");
        }
        if (!member.delegations().isEmpty()) {
            throw OrganizationsErrors.constraint(
                    "CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG",
                    "You can't remove an account that is a delegated administrator.");
        }
        call.remove(member.key());
        return RemoveAccountFromOrganizationResponse.builder().build();
    }
}
