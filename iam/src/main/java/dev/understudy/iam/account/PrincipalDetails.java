package dev.understudy.iam.account;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.instanceprofiles.DescribedProfile;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.iam.roles.TrustPolicies;
import dev.understudy.operation.Accounts;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Users, groups and roles as GetAccountAuthorizationDetails tells them: with all their policies.
 */
final class PrincipalDetails {
    private final Account account;
    private final Accounts accounts;
    private @Nullable Map<String, List<InstanceProfile>> profilesByRole;

    PrincipalDetails(Account account, Accounts accounts) {
        this.account = account;
        this.accounts = accounts;
    }

    /** The instance profiles by the unique id of their role. */
    private Map<String, List<InstanceProfile>> profiles() {
        Map<String, List<InstanceProfile>> known = profilesByRole;
        if (known == null) {
            known =
                    account.instanceProfiles().stream()
                            .filter(profile -> profile.roleId() != null)
                            .collect(Collectors.groupingBy(InstanceProfile::roleId));
            profilesByRole = known;
        }
        return known;
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
                        user.groups().stream()
                                .map(account::groupById)
                                .filter(Objects::nonNull)
                                .map(Group::name)
                                .sorted(Paging.ORDER)
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
                        profiles().getOrDefault(role.id(), List.of()).stream()
                                .map(profile -> DescribedProfile.listed(account, accounts, profile))
                                .toList())
                .rolePolicyList(inline(role))
                .attachedManagedPolicies(attached(role))
                .permissionsBoundary(Boundaries.describe(role))
                .tags(Tagging.listOrAbsent(role.tags()))
                .roleLastUsed(used -> {})
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
