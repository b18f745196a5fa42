package dev.understudy.iam.account;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.iam.roles.TrustPolicies;

import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Users, groups, roles and policies as GetAccountAuthorizationDetails tells them. */
final class DetailForms {
    private final Account account;
    private final dev.understudy.operation.Accounts accounts;

    DetailForms(Account account, dev.understudy.operation.Accounts accounts) {
        this.account = account;
        this.accounts = accounts;
    }

    UserDetail of(User user) {
        return UserDetail.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn(account))
                .createDate(user.createDate())
                .userPolicyList(inline(user))
                .groupList(
                        account.groups().stream()
                                .filter(g -> user.groups().contains(g.id()))
                                .map(Group::name)
                                .toList())
                .attachedManagedPolicies(attached(user))
                .permissionsBoundary(Boundaries.describe(user))
                .tags(Tagging.listOrAbsent(user.tags()))
                .build();
    }

    GroupDetail of(Group group) {
        return GroupDetail.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn(account))
                .createDate(group.createDate())
                .groupPolicyList(inline(group))
                .attachedManagedPolicies(attached(group))
                .build();
    }

    RoleDetail of(Role role) {
        return RoleDetail.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn(account))
                .createDate(role.createDate())
                .assumeRolePolicyDocument(
                        Documents.encoded(TrustPolicies.shown(role.trustPolicy(), accounts)))
                .instanceProfileList(
                        account.instanceProfiles().stream()
                                .filter(profile -> role.id().equals(profile.roleId()))
                                .map(profile ->
                                        dev.understudy.iam.instanceprofiles.DescribedProfile.listed(
                                                account, accounts, profile))
                                .toList())
                .rolePolicyList(inline(role))
                .attachedManagedPolicies(attached(role))
                .permissionsBoundary(Boundaries.describe(role))
                .tags(Tagging.listOrAbsent(role.tags()))
                .roleLastUsed(used -> {})
                .build();
    }

    /** The account's own policies, and those of AWS that somebody uses. */
    List<ManagedPolicyDetail> policies(boolean own, boolean aws) {
        List<ManagedPolicyDetail> details = new ArrayList<>();
        if (own) {
            account.policies().forEach(policy -> details.add(of(policy)));
        }
        if (aws) {
            AwsManagedPolicies.all().stream()
                    .filter(this::isUsed)
                    .forEach(policy -> details.add(of(policy)));
        }
        details.sort(
                Comparator.comparing(
                        d -> (d.policyName() + " " + d.arn()).toLowerCase(Locale.ROOT)));
        return details;
    }

    private boolean isUsed(AwsManagedPolicy policy) {
        return account.attachmentCount(policy.arn()) + account.boundaryUseCount(policy.arn()) > 0;
    }

    private ManagedPolicyDetail of(ManagedPolicy policy) {
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

    private ManagedPolicyDetail of(AwsManagedPolicy policy) {
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

    private static List<PolicyDetail> inline(PolicyHolder holder) {
        return holder.inlinePolicies().entrySet().stream()
                .map(e ->
                        PolicyDetail.builder()
                                .policyName(e.getKey())
                                .policyDocument(Documents.encoded(e.getValue()))
                                .build())
                .toList();
    }

    private List<AttachedPolicy> attached(PolicyHolder holder) {
        return Attachments.page(account, holder, null, 1_000, null).items();
    }
}
