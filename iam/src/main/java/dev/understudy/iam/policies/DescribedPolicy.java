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
        return counted(account, policy.arn(account), listed(account, policy))
                .description(policy.description())
                .tags(tags(policy))
                .build();
    }

    /** As CreatePolicy answers: with tags. */
    static Policy created(Account account, ManagedPolicy policy) {
        return listed(account, policy)
                .attachmentCount(0)
                .permissionsBoundaryUsageCount(0)
                .tags(Tagging.listOrAbsent(policy.tags()))
                .build();
    }

    /**
     * AWS's, as GetPolicy answers: it has no tags. It lacks the description that AWS gives, which
     * nobody publishes.
     */
    static Policy whole(Account account, AwsManagedPolicy policy) {
        return counted(account, policy.arn(), listed(policy)).tags(List.of()).build();
    }

    private static Policy.Builder counted(Account account, String arn, Policy.Builder policy) {
        return policy.attachmentCount(account.attachmentCount(arn))
                .permissionsBoundaryUsageCount(account.boundaryUseCount(arn));
    }

    /** AWS's, as lists answer, but for the counts of its uses. */
    static Policy.Builder listed(AwsManagedPolicy policy) {
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate());
    }

    /** The account's own, as lists answer, but for the counts of its uses. */
    static Policy.Builder listed(Account account, ManagedPolicy policy) {
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn(account))
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate());
    }

    private static List<Tag> tags(ManagedPolicy policy) {
        List<Tag> tags = Tagging.listOrAbsent(policy.tags());
        return tags == null ? List.of() : tags;
    }
}
