package dev.understudy.iam.account;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.catalog.AwsPolicyVersion;
import dev.understudy.directory.Account;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyUses;
import dev.understudy.iam.patterns.Documents;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Managed policies as GetAccountAuthorizationDetails tells them: with all their versions. */
final class PolicyDetails {
    private final Account account;
    private @Nullable PolicyUses uses;

    PolicyDetails(Account account) {
        this.account = account;
    }

    /** Counted when a page comes to the first policy. */
    private PolicyUses uses() {
        PolicyUses counted = uses == null ? PolicyUses.of(account) : uses;
        uses = counted;
        return counted;
    }

    /** Those of AWS's policies that somebody has attached or is bounded by. */
    List<AwsManagedPolicy> awsInUse() {
        return uses().policies().stream()
                .map(AwsManagedPolicies::find)
                .filter(Objects::nonNull)
                .toList();
    }

    ManagedPolicyDetail of(ManagedPolicy policy) {
        String arn = policy.arn(account);
        return ManagedPolicyDetail.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(arn)
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(uses().attachments(arn))
                .permissionsBoundaryUsageCount(uses().boundaries(arn))
                .isAttachable(true)
                .description(policy.description())
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(
                        policy.versions().stream()
                                .map(v ->
                                        version(
                                                v.versionId(),
                                                v.document().text(),
                                                v.createDate(),
                                                v.versionId().equals(policy.defaultVersion())))
                                .toList())
                .build();
    }

    ManagedPolicyDetail of(AwsManagedPolicy policy) {
        AwsPolicyVersion version = policy.versions().getFirst();
        return ManagedPolicyDetail.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(uses().attachments(policy.arn()))
                .permissionsBoundaryUsageCount(uses().boundaries(policy.arn()))
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(
                        version(version.versionId(), version.text(), version.createDate(), true))
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.PolicyVersion version(
            String versionId, String document, Instant createDate, boolean isDefault) {
        return software.amazon.awssdk.services.iam.model.PolicyVersion.builder()
                .document(Documents.encoded(document))
                .versionId(versionId)
                .isDefaultVersion(isDefault)
                .createDate(createDate)
                .build();
    }
}
