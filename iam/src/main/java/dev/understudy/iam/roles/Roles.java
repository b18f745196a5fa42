package dev.understudy.iam.roles;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.errors.UnmodifiableEntity;
import dev.understudy.iam.patterns.HolderFamily;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;
import dev.understudy.operation.Quota;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The door of this folder: the operations of roles, and roles as a family. */
public final class Roles implements HolderFamily<Role> {
    /** Roles as a family. */
    public static final Roles FAMILY = new Roles();

    private Roles() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new AttachRolePolicy(),
                new CreateRole(),
                new CreateServiceLinkedRole(),
                new DeleteRole(),
                new DeleteRolePermissionsBoundary(),
                new DeleteRolePolicy(),
                new DeleteServiceLinkedRole(),
                new DetachRolePolicy(),
                new GetRole(),
                new GetRolePolicy(),
                new GetServiceLinkedRoleDeletionStatus(),
                new ListAttachedRolePolicies(),
                new ListRolePolicies(),
                new ListRoles(),
                new ListRoleTags(),
                new PutRolePermissionsBoundary(),
                new PutRolePolicy(),
                new TagRole(),
                new UntagRole(),
                new UpdateAssumeRolePolicy(),
                new UpdateRole(),
                new UpdateRoleDescription());
    }

    @Override
    public @Nullable Role find(Account account, String name) {
        return account.role(name);
    }

    @Override
    public AwsError missing(String name) {
        return NoSuchEntity.role(name);
    }

    @Override
    public String arn(Account account, String name) {
        Role role = account.role(name);
        return role == null ? Role.arn(account, "/", name) : role.arn(account);
    }

    @Override
    public Map<String, String> tags(Role role) {
        return role.tags();
    }

    @Override
    public String word() {
        return "role";
    }

    @Override
    public Quota attachmentQuota() {
        return Quota.POLICIES_PER_ROLE;
    }

    @Override
    public Quota inlineQuota() {
        return Quota.ROLE_POLICY_SIZE;
    }

    @Override
    public void requireModifiable(Role role) {
        if (role.linkedService() != null) {
            throw UnmodifiableEntity.serviceLinkedRole(role.name());
        }
    }
}
