package dev.understudy.organizations;

import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations of Organizations. */
public final class Organizations {
    private Organizations() {}

    /**
     * The operations.
     *
     * @param accounts makes the accounts that CreateAccount is asked for
     */
    public static List<Operation<?, ?>> operations(NewAccounts accounts) {
        return List.of(
                new AttachPolicy(),
                new CreateAccount(accounts),
                new CreateOrganization(),
                new CreateOrganizationalUnit(),
                new CreatePolicy(),
                new DeleteOrganization(),
                new DeleteOrganizationalUnit(),
                new DeletePolicy(),
                new DeregisterDelegatedAdministrator(),
                new DescribeAccount(),
                new DescribeCreateAccountStatus(),
                new DescribeOrganization(),
                new DescribeOrganizationalUnit(),
                new DescribePolicy(),
                new DetachPolicy(),
                new DisableAWSServiceAccess(),
                new DisablePolicyType(),
                new EnableAWSServiceAccess(),
                new EnablePolicyType(),
                new ListAWSServiceAccessForOrganization(),
                new ListAccounts(),
                new ListAccountsForParent(),
                new ListChildren(),
                new ListCreateAccountStatus(),
                new ListDelegatedAdministrators(),
                new ListDelegatedServicesForAccount(),
                new ListOrganizationalUnitsForParent(),
                new ListParents(),
                new ListPolicies(),
                new ListPoliciesForTarget(),
                new ListRoots(),
                new ListTagsForResource(),
                new ListTargetsForPolicy(),
                new MoveAccount(),
                new RegisterDelegatedAdministrator(),
                new RemoveAccountFromOrganization(),
                new TagResource(),
                new UntagResource(),
                new UpdateOrganizationalUnit(),
                new UpdatePolicy());
    }
}
