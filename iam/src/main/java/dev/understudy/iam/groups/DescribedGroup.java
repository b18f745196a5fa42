package dev.understudy.iam.groups;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;

/** A group as answers tell it. */
public final class DescribedGroup {
    private DescribedGroup() {}

    /** As every answer has it. */
    public static software.amazon.awssdk.services.iam.model.Group of(Account account, Group group) {
        return software.amazon.awssdk.services.iam.model.Group.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn(account))
                .createDate(group.createDate())
                .build();
    }
}
