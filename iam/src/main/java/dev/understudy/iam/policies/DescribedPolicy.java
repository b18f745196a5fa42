package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.patterns.Tagging;

import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.Tag;

import java.util.List;

/** A managed policy as answers tell it, the account's own or AWS's. */
final class DescribedPolicy {
    private DescribedPolicy() {}

    /** As GetPolicy answers: with description and tags. */
    static Policy whole(Account account, ManagedPolicy policy) {
        return builder(account, policy)
                .description(policy.description())
                .tags(tags(policy))
                .build();
    }

    /** As CreatePolicy answers: with tags. */
    static Policy created(Account account, ManagedPolicy policy) {
        return builder(account, policy).tags(Tagging.listOrAbsent(policy.tags())).build();
    }

    /** As lists answer. */
    static Policy listed(Account account, ManagedPolicy policy) {
        return builder(account, policy).build();
    }

    /** AWS's, as GetPolicy answers: it has no tags. */
    static Policy whole(Account account, AwsManagedPolicy policy) {
        return builder(account, policy).tags(List.of()).build();
    }

    /** AWS's, as lists answer. */
    static Policy listed(Account account, AwsManagedPolicy policy) {
        return builder(account, policy).build();
    }

    private static Policy.Builder builder(Account account, AwsManagedPolicy policy) {
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(account.attachmentCount(policy.arn()))
                .permissionsBoundaryUsageCount(account.boundaryUseCount(policy.arn()))
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate());
    }

    private static List<Tag> tags(ManagedPolicy policy) {
        List<Tag> tags = Tagging.listOrAbsent(policy.tags());
        return tags == null ? List.of() : tags;
    }

    private static Policy.Builder builder(Account account, ManagedPolicy policy) {
        String arn = policy.arn(account);
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(arn)
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(account.attachmentCount(arn))
                .permissionsBoundaryUsageCount(account.boundaryUseCount(arn))
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate());
    }
}
