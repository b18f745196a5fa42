package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.Account;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.iam.roles.DescribedRole;

import java.util.List;

/** An instance profile as answers tell it. */
public final class DescribedProfile {
    private DescribedProfile() {}

    /** With its tags. */
    static software.amazon.awssdk.services.iam.model.InstanceProfile whole(
            Account account, dev.understudy.operation.Accounts accounts, InstanceProfile profile) {
        return builder(account, accounts, profile)
                .tags(Tagging.listOrAbsent(profile.tags()))
                .build();
    }

    /** Without them, as lists answer. */
    public static software.amazon.awssdk.services.iam.model.InstanceProfile listed(
            Account account, dev.understudy.operation.Accounts accounts, InstanceProfile profile) {
        return builder(account, accounts, profile).build();
    }

    private static software.amazon.awssdk.services.iam.model.InstanceProfile.Builder builder(
            Account account, dev.understudy.operation.Accounts accounts, InstanceProfile profile) {
        Role role = profile.roleId() == null ? null : account.roleById(profile.roleId());
        return software.amazon.awssdk.services.iam.model.InstanceProfile.builder()
                .path(profile.path())
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn(account))
                .createDate(profile.createDate())
                .roles(
                        role == null
                                ? List.of()
                                : List.of(DescribedRole.listed(account, accounts, role)));
    }
}
