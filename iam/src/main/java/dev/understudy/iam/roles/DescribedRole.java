package dev.understudy.iam.roles;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Accounts;

import software.amazon.awssdk.services.iam.model.RoleLastUsed;

/** A role as answers tell it; which answer has which member is AWS's, recorded. */
public final class DescribedRole {
    private DescribedRole() {}

    /** As GetRole answers: all there is. */
    static software.amazon.awssdk.services.iam.model.Role whole(
            Account account, Accounts accounts, Role role) {
        return described(account, accounts, role)
                .maxSessionDuration(role.maxSessionDurationSeconds())
                .description(role.description())
                .permissionsBoundary(Boundaries.describe(role))
                .tags(Tagging.listOrAbsent(role.tags()))
                .roleLastUsed(RoleLastUsed.builder().build())
                .build();
    }

    /** As CreateRole answers: the trust policy as it was sent, no session duration, no last use. */
    static software.amazon.awssdk.services.iam.model.Role created(
            Account account, Role role, String trustPolicy) {
        return builder(account, role)
                .assumeRolePolicyDocument(Documents.encoded(trustPolicy))
                .description(role.description())
                .permissionsBoundary(Boundaries.describe(role))
                .tags(Tagging.listOrAbsent(role.tags()))
                .build();
    }

    /** As lists answer: without tags, boundary and last use. */
    public static software.amazon.awssdk.services.iam.model.Role listed(
            Account account, Accounts accounts, Role role) {
        return described(account, accounts, role)
                .maxSessionDuration(role.maxSessionDurationSeconds())
                .description(role.description())
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.Role.Builder described(
            Account account, Accounts accounts, Role role) {
        return builder(account, role)
                .assumeRolePolicyDocument(
                        Documents.encoded(TrustPolicies.shown(role.trustPolicy(), accounts)));
    }

    private static software.amazon.awssdk.services.iam.model.Role.Builder builder(
            Account account, Role role) {
        return software.amazon.awssdk.services.iam.model.Role.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn(account))
                .createDate(role.createDate());
    }
}
