package dev.understudy.organizations;

import dev.understudy.directory.AccountCreation;
import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationRoot;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;

import software.amazon.awssdk.services.organizations.model.CreateAccountStatus;
import software.amazon.awssdk.services.organizations.model.Policy;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTypeSummary;
import software.amazon.awssdk.services.organizations.model.Root;

import java.util.List;
import java.util.Objects;

/** The parts of an organization as answers tell them. */
final class Described {
    private Described() {}

    static software.amazon.awssdk.services.organizations.model.Organization organization(
            OrganizationView view) {
        String management = view.managementId().digits();
        MemberAccount member = Objects.requireNonNull(view.member(management), management);
        return software.amazon.awssdk.services.organizations.model.Organization.builder()
                .id(view.organization().id())
                .arn(view.arn())
                .featureSet(view.organization().featureSet())
                .masterAccountArn(view.arn(member))
                .masterAccountId(management)
                .masterAccountEmail(member.email())
                .availablePolicyTypes(policyTypes(view))
                .build();
    }

    static Root root(OrganizationView view) {
        OrganizationRoot root = view.root();
        return Root.builder()
                .id(root.id())
                .arn(view.arn(root))
                .name(root.name())
                .policyTypes(policyTypes(view))
                .build();
    }

    private static List<PolicyTypeSummary> policyTypes(OrganizationView view) {
        return view.organization().policyTypes().stream()
                .map(type -> PolicyTypeSummary.builder().type(type).status("ENABLED").build())
                .toList();
    }

    static software.amazon.awssdk.services.organizations.model.OrganizationalUnit unit(
            OrganizationView view, OrganizationalUnit unit) {
        return software.amazon.awssdk.services.organizations.model.OrganizationalUnit.builder()
                .id(unit.id())
                .arn(view.arn(unit))
                .name(unit.name())
                .build();
    }

    static software.amazon.awssdk.services.organizations.model.Account account(
            OrganizationView view, MemberAccount member) {
        return software.amazon.awssdk.services.organizations.model.Account.builder()
                .id(member.id())
                .arn(view.arn(member))
                .email(member.email())
                .name(member.name())
                .status("ACTIVE")
                .state("ACTIVE")
                .joinedMethod(member.joinedMethod())
                .joinedTimestamp(member.joined())
                .build();
    }

    static PolicySummary summary(OrganizationView view, OrganizationPolicy policy) {
        return PolicySummary.builder()
                .id(policy.id())
                .arn(view.arn(policy))
                .name(policy.name())
                .description(policy.description())
                .type(policy.type())
                .awsManaged(policy.madeByAws())
                .build();
    }

    static Policy policy(OrganizationView view, OrganizationPolicy policy) {
        return Policy.builder()
                .policySummary(summary(view, policy))
                .content(policy.document().text())
                .build();
    }

    static CreateAccountStatus creation(AccountCreation creation) {
        return CreateAccountStatus.builder()
                .id(creation.id())
                .accountName(creation.accountName())
                .state(state(creation))
                .requestedTimestamp(creation.requested())
                .completedTimestamp(creation.requested())
                .accountId(creation.accountId())
                .failureReason(creation.failureReason())
                .build();
    }

    static String state(AccountCreation creation) {
        return creation.failureReason() == null ? "SUCCEEDED" : "FAILED";
    }
}
