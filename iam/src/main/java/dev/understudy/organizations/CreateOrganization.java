package dev.understudy.organizations;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.Organization;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationRoot;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.CreateOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.CreateOrganizationResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the caller's account the managing one of a new organization. With all features, service
 * control policies are enabled from the first.
 */
final class CreateOrganization
        implements WriteOperation<CreateOrganizationRequest, CreateOrganizationResponse> {
    private static final String ALL = "ALL";

    @Override
    public Access access(CreateOrganizationRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("CreateOrganization", call));
    }

    @Override
    public CreateOrganizationResponse execute(CreateOrganizationRequest input, WritingCall call) {
        if (Membership.find(call) != null) {
            throw OrganizationsErrors.alreadyInOrganization();
        }
        String features = input.featureSetAsString() == null ? ALL : input.featureSetAsString();
        Set<String> types =
                features.equals(ALL) ? Set.of(OrganizationPolicy.SERVICE_CONTROL) : Set.of();
        List<String> attached =
                types.stream().map(type -> OrganizationPolicy.ofAws(type).id()).toList();
        String rootId = "r-" + Ids.letters(4, call.random());
        List<Change> changes = new ArrayList<>();
        Organization organization =
                new Organization(
                        "o-" + Ids.letters(10, call.random()), features, types, Map.of(), Set.of());
        changes.add(new Change.Put(organization));
        changes.add(new Change.Put(new OrganizationRoot(rootId, attached, Map.of())));
        changes.add(new Change.Put(management(call, rootId, attached)));
        changes.forEach(change -> call.put(((Change.Put) change).entity()));
        Account after = call.account().apply(changes, call.account().version() + 1);
        return CreateOrganizationResponse.builder()
                .organization(
                        Described.organization(
                                Objects.requireNonNull(OrganizationView.managedBy(after))))
                .build();
    }

    /** Nobody gave this account an e-mail address, so it has one that can never be anybody's. */
    private static MemberAccount management(
            WritingCall call, String rootId, List<String> attached) {
        String id = call.accountId().digits();
        String alias = call.account().alias();
        return new MemberAccount(
                id,
                alias == null ? id : alias,
                id + "@understudy.invalid",
                "INVITED",
                call.now(),
                rootId,
                attached,
                Map.of(),
                Map.of());
    }
}
