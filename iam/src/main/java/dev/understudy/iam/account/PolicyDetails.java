package dev.understudy.iam.account;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.Bounded;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.patterns.Documents;

import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Managed policies as GetAccountAuthorizationDetails tells them: with all their versions. */
final class PolicyDetails {
    private final Account account;

    PolicyDetails(Account account) {
        this.account = account;
    }

    /** Those of AWS's policies that somebody has attached or is bounded by. */
    List<AwsManagedPolicy> awsInUse() {
        Set<String> used = new HashSet<>();
        Stream.of(account.users(), account.groups(), account.roles())
                .flatMap(holders -> holders.stream())
                .forEach(holder -> addUsed(holder, used));
        return used.stream().map(AwsManagedPolicies::find).filter(Objects::nonNull).toList();
    }

    private static void addUsed(PolicyHolder holder, Set<String> used) {
        used.addAll(holder.attachedPolicies());
        if (holder instanceof Bounded bounded && bounded.permissionsBoundary() != null) {
            used.add(bounded.permissionsBoundary());
        }
    }

    ManagedPolicyDetail of(ManagedPolicy policy) {
        String arn = policy.arn(account);
        return ManagedPolicyDetail.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(arn)
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(account.attachmentCount(arn))
                .permissionsBoundaryUsageCount(account.boundaryUseCount(arn))
                .isAttachable(true)
                .description(policy.description())
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(
                        policy.versions().stream()
                                .map(v -> version(v, v.versionId().equals(policy.defaultVersion())))
                                .toList())
                .build();
    }

    ManagedPolicyDetail of(AwsManagedPolicy policy) {
        PolicyVersion version =
                new PolicyVersion(policy.defaultVersion(), policy.document(), policy.updateDate());
        return ManagedPolicyDetail.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(account.attachmentCount(policy.arn()))
                .permissionsBoundaryUsageCount(account.boundaryUseCount(policy.arn()))
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(version(version, true))
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.PolicyVersion version(
            PolicyVersion version, boolean isDefault) {
        return software.amazon.awssdk.services.iam.model.PolicyVersion.builder()
                .document(Documents.encoded(version.document()))
                .versionId(version.versionId())
                .isDefaultVersion(isDefault)
                .createDate(version.createDate())
                .build();
    }
}
