package dev.understudy.iam.groups;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.HolderFamily;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;
import dev.understudy.operation.Quota;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The door of this folder: the operations of groups, and groups as a family. */
public final class Groups implements HolderFamily<Group> {
    /** Groups as a family. */
    public static final Groups FAMILY = new Groups();

    private Groups() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new AddUserToGroup(),
                new AttachGroupPolicy(),
                new CreateGroup(),
                new DeleteGroup(),
                new DeleteGroupPolicy(),
                new DetachGroupPolicy(),
                new GetGroup(),
                new GetGroupPolicy(),
                new ListAttachedGroupPolicies(),
                new ListGroupPolicies(),
                new ListGroups(),
                new ListGroupsForUser(),
                new PutGroupPolicy(),
                new RemoveUserFromGroup(),
                new UpdateGroup());
    }

    @Override
    public @Nullable Group find(Account account, String name) {
        return account.group(name);
    }

    @Override
    public AwsError missing(String name) {
        return NoSuchEntity.group(name);
    }

    @Override
    public String arn(Account account, String name) {
        Group group = account.group(name);
        return group == null ? Group.arn(account, "/", name) : group.arn(account);
    }

    /** Groups cannot be tagged. */
    @Override
    public Map<String, String> tags(Group group) {
        return Map.of();
    }

    @Override
    public String word() {
        return "group";
    }

    @Override
    public Quota attachmentQuota() {
        return Quota.POLICIES_PER_GROUP;
    }

    @Override
    public Quota inlineQuota() {
        return Quota.GROUP_POLICY_SIZE;
    }
}
