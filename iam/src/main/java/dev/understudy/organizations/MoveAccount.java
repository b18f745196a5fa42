package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.MoveAccountRequest;
import software.amazon.awssdk.services.organizations.model.MoveAccountResponse;

/** Moves an account from one node to another. */
final class MoveAccount implements WriteOperation<MoveAccountRequest, MoveAccountResponse> {
    @Override
    public Access access(MoveAccountRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("MoveAccount", input.accountId(), call),
                Arns.node("MoveAccount", input.sourceParentId(), call),
                Arns.node("MoveAccount", input.destinationParentId(), call));
    }

    @Override
    public MoveAccountResponse execute(MoveAccountRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        MemberAccount member = Parents.member(view, input.accountId());
        if (Parents.findOrNull(view, input.destinationParentId()) == null) {
            throw OrganizationsErrors.missing(
                    ErrorCode.DESTINATION_PARENT_NOT_FOUND, "a destination parent");
        }
        if (!member.parentId().equals(input.sourceParentId())) {
            throw OrganizationsErrors.missing(ErrorCode.SOURCE_PARENT_NOT_FOUND, "a source parent");
        }
        if (member.parentId().equals(input.destinationParentId())) {
            throw OrganizationsErrors.because(
                    ErrorCode.DUPLICATE_ACCOUNT,
                    "That account is already present in the specified destination.");
        }
        call.put(member.movedTo(input.destinationParentId()));
        return MoveAccountResponse.builder().build();
    }
}
