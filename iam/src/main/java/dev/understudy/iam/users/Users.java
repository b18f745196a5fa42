package dev.understudy.iam.users;

import dev.understudy.directory.Account;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.HolderFamily;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Operation;
import dev.understudy.operation.Quota;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The door of this folder: the operations of users, and users as a family. */
public final class Users implements HolderFamily<User> {
    /** Users as a family. */
    public static final Users FAMILY = new Users();

    private Users() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new AttachUserPolicy(),
                new CreateUser(),
                new DeleteUser(),
                new DeleteUserPermissionsBoundary(),
                new DeleteUserPolicy(),
                new DetachUserPolicy(),
                new GetUser(),
                new GetUserPolicy(),
                new ListAttachedUserPolicies(),
                new ListUserPolicies(),
                new ListUsers(),
                new ListUserTags(),
                new PutUserPermissionsBoundary(),
                new PutUserPolicy(),
                new TagUser(),
                new UntagUser(),
                new UpdateUser());
    }

    /**
     * The name given, or the caller's own where none is: an IAM user that names nobody means
     * itself.
     *
     * @throws AwsError ValidationError if there is neither
     */
    public static String nameOrCaller(@Nullable String name, AuthenticatedCall call) {
        if (name != null) {
            return name;
        }
        String own = call.caller().userName();
        if (own == null) {
            throw ValidationError.userNameNeeded();
        }
        return own;
    }

    @Override
    public @Nullable User find(Account account, String name) {
        return account.user(name);
    }

    @Override
    public AwsError missing(String name) {
        return NoSuchEntity.user(name);
    }

    @Override
    public String arn(Account account, String name) {
        User user = account.user(name);
        return user == null
                ? "arn:" + account.partition() + ":iam::" + account.id().digits() + ":user/" + name
                : user.arn(account);
    }

    @Override
    public Map<String, String> tags(User user) {
        return user.tags();
    }

    @Override
    public String word() {
        return "user";
    }

    @Override
    public Quota attachmentQuota() {
        return Quota.POLICIES_PER_USER;
    }

    @Override
    public Quota inlineQuota() {
        return Quota.USER_POLICY_SIZE;
    }
}
