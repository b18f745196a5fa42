package dev.understudy.iam.organizations;

import dev.understudy.directory.AccessJob;
import dev.understudy.directory.Account;
import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.PrincipalAccess;
import dev.understudy.iam.accessadvisor.GrantedServices;
import dev.understudy.iam.accessadvisor.KnownServices;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.LastAccess;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.AccessDetail;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which services the accounts below a part of an organization may use by its service control
 * policies, and when each was last tried from there.
 */
final class OrganizationReport {
    private final OrganizationView view;
    private final AccessJob job;
    private final AuthenticatedCall call;
    private final LastAccess lastAccess;
    private final KnownServices services;

    OrganizationReport(
            OrganizationView view,
            AccessJob job,
            AuthenticatedCall call,
            LastAccess lastAccess,
            KnownServices services) {
        this.view = view;
        this.job = job;
        this.call = call;
        this.lastAccess = lastAccess;
        this.services = services;
    }

    /** The part that the job's path names; null if the path is none of this organization's. */
    @Nullable OrganizationNode subject() {
        String path = job.subject();
        OrganizationNode node = view.node(path.substring(path.lastIndexOf('/') + 1));
        return node != null && path(node).equals(path) ? node : null;
    }

    private String path(OrganizationNode node) {
        return view.organization().id()
                + "/"
                + view.path(node).stream()
                        .map(OrganizationNode::id)
                        .collect(Collectors.joining("/"));
    }

    /** The services that are allowed, by namespace. */
    List<AccessDetail> details(OrganizationNode subject) {
        List<GrantedServices> levels = levels(subject);
        Map<String, List<PrincipalAccess>> tried = tried(subject);
        return services.namespaces().stream()
                .filter(namespace -> levels.stream().allMatch(level -> level.includes(namespace)))
                .map(namespace -> detail(namespace, tried))
                .toList();
    }

    /** What each level allows; of a report about one policy, what that policy allows. */
    private List<GrantedServices> levels(OrganizationNode subject) {
        String policyId = job.policyId();
        if (policyId != null) {
            OrganizationPolicy policy = view.policy(policyId);
            return List.of(
                    GrantedServices.of(policy == null ? List.of() : List.of(policy.document())));
        }
        return view.path(subject).stream()
                .map(node ->
                        GrantedServices.of(
                                node.policies().stream()
                                        .map(view::policy)
                                        .filter(Objects::nonNull)
                                        .filter(policy ->
                                                policy.type()
                                                        .equals(OrganizationPolicy.SERVICE_CONTROL))
                                        .map(OrganizationPolicy::document)
                                        .toList()))
                .toList();
    }

    /** What the principals of each account below tried, by the account's path. */
    private Map<String, List<PrincipalAccess>> tried(OrganizationNode subject) {
        Map<String, List<PrincipalAccess>> tried = new TreeMap<>();
        for (MemberAccount member : view.members()) {
            Account account = call.account(AccountId.of(member.id()));
            if (account != null && view.path(member).contains(subject)) {
                tried.put(path(member), lastAccess.ofAll(account));
            }
        }
        return tried;
    }

    private AccessDetail detail(String namespace, Map<String, List<PrincipalAccess>> tried) {
        PrincipalAccess.Attempt last = null;
        String lastIn = null;
        int accounts = 0;
        for (Map.Entry<String, List<PrincipalAccess>> account : tried.entrySet()) {
            PrincipalAccess.Attempt own = last(namespace, account.getValue());
            accounts += own == null ? 0 : 1;
            if (own != null && (last == null || own.at().isAfter(last.at()))) {
                last = own;
                lastIn = account.getKey();
            }
        }
        AccessDetail.Builder detail =
                AccessDetail.builder()
                        .serviceName(services.name(namespace))
                        .serviceNamespace(namespace)
                        .totalAuthenticatedEntities(accounts);
        if (last != null) {
            detail.region(last.region()).entityPath(lastIn).lastAuthenticatedTime(last.at());
        }
        return detail.build();
    }

    private static PrincipalAccess.@Nullable Attempt last(
            String namespace, List<PrincipalAccess> principals) {
        return principals.stream()
                .flatMap(one -> one.actions().entrySet().stream())
                .filter(action -> action.getKey().startsWith(namespace + ":"))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(PrincipalAccess.Attempt::at))
                .orElse(null);
    }
}
