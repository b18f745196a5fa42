package dev.understudy.iam.users;

import dev.understudy.directory.Account;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.iam.patterns.Tagging;

/** A user as answers tell it. */
public final class DescribedUser {
    private DescribedUser() {}

    /** With boundary and tags, as CreateUser and GetUser answer. */
    static software.amazon.awssdk.services.iam.model.User whole(Account account, User user) {
        return builder(account, user)
                .permissionsBoundary(Boundaries.describe(user))
                .tags(Tagging.listOrAbsent(user.tags()))
                .build();
    }

    /** Without them, as lists answer. */
    public static software.amazon.awssdk.services.iam.model.User listed(
            Account account, User user) {
        return builder(account, user).build();
    }

    private static software.amazon.awssdk.services.iam.model.User.Builder builder(
            Account account, User user) {
        return software.amazon.awssdk.services.iam.model.User.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn(account))
                .createDate(user.createDate());
    }
}
