package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.Account;
import dev.understudy.directory.Group;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ManagedPolicies;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessEntry;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessResponse;
import software.amazon.awssdk.services.iam.model.PolicyGrantingServiceAccess;

import java.util.ArrayList;
import java.util.List;

/** Lists, for each service asked about, the policies by which an identity may use it. */
final class ListPoliciesGrantingServiceAccess
        implements ReadOperation<
                ListPoliciesGrantingServiceAccessRequest,
                ListPoliciesGrantingServiceAccessResponse> {
    @Override
    public Access access(ListPoliciesGrantingServiceAccessRequest input, AuthenticatedCall call) {
        return Access.permission(
                AccessSubject.check("iam:ListPoliciesGrantingServiceAccess", input.arn(), call));
    }

    @Override
    public ListPoliciesGrantingServiceAccessResponse execute(
            ListPoliciesGrantingServiceAccessRequest input, AuthorizedCall call) {
        Account account = call.account();
        PolicyHolder identity = AccessSubject.identity(account, input.arn());
        List<PolicyHolder> grantors = AccessSubject.grantors(account, identity);
        return ListPoliciesGrantingServiceAccessResponse.builder()
                .policiesGrantingServiceAccess(
                        input.serviceNamespaces().stream()
                                .map(namespace ->
                                        ListPoliciesGrantingServiceAccessEntry.builder()
                                                .serviceNamespace(namespace)
                                                .policies(granting(account, grantors, namespace))
                                                .build())
                                .toList())
                .isTruncated(false)
                .build();
    }

    private static List<PolicyGrantingServiceAccess> granting(
            Account account, List<PolicyHolder> grantors, String namespace) {
        List<PolicyGrantingServiceAccess> policies = new ArrayList<>();
        for (PolicyHolder grantor : grantors) {
            for (String arn : grantor.attachedPolicies()) {
                PolicyDocument document = ManagedPolicies.document(account, arn);
                if (document != null && grants(document, namespace)) {
                    policies.add(
                            PolicyGrantingServiceAccess.builder()
                                    .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                                    .policyType("MANAGED")
                                    .policyArn(arn)
                                    .build());
                }
            }
            grantor.inlinePolicies()
                    .forEach((name, document) -> {
                        if (grants(document, namespace)) {
                            policies.add(
                                    PolicyGrantingServiceAccess.builder()
                                            .policyName(name)
                                            .policyType("INLINE")
                                            .entityType(type(grantor))
                                            .entityName(grantor.name())
                                            .build());
                        }
                    });
        }
        return policies;
    }

    private static boolean grants(PolicyDocument document, String namespace) {
        return GrantedServices.of(List.of(document)).includes(namespace);
    }

    private static String type(PolicyHolder holder) {
        return switch (holder) {
            case User user -> "USER";
            case Role role -> "ROLE";
            case Group group -> "GROUP";
        };
    }
}
