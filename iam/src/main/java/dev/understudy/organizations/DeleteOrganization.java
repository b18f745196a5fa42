package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DeleteOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DeleteOrganizationResponse;

/**
 * Ends an organization that has no account left but the managing one; its units and policies end
 * with it.
 */
final class DeleteOrganization
        implements WriteOperation<DeleteOrganizationRequest, DeleteOrganizationResponse> {
    @Override
    public Access access(DeleteOrganizationRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("DeleteOrganization", call));
    }

    @Override
    public DeleteOrganizationResponse execute(DeleteOrganizationRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        if (view.members().size() > 1) {
            throw OrganizationsErrors.because(
                    ErrorCode.ORGANIZATION_NOT_EMPTY,
                    "The organization isn't empty. To delete an organization, you must first remove"
                            + " all accounts except the management account.");
        }
        view.nodes().forEach(node -> call.remove(node.key()));
        view.policies().forEach(policy -> call.remove(policy.key()));
        view.creations().forEach(creation -> call.remove(creation.key()));
        call.remove(view.organization().key());
        return DeleteOrganizationResponse.builder().build();
    }
}
