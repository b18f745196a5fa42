package dev.understudy.iam.policies;

import dev.understudy.directory.Bounded;
import dev.understudy.directory.Group;
import dev.understudy.directory.PolicyHolder;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ManagedPolicies;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists the users, groups and roles that a managed policy is attached to, or bounds. */
final class ListEntitiesForPolicy
        implements ReadOperation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> {

    @Override
    public Access access(ListEntitiesForPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:ListEntitiesForPolicy", input.policyArn(), call));
    }

    @Override
    public ListEntitiesForPolicyResponse execute(
            ListEntitiesForPolicyRequest input, AuthorizedCall call) {
        if (!ManagedPolicies.exists(call.account(), input.policyArn())) {
            throw NoSuchEntity.attachablePolicy(input.policyArn());
        }
        List<PolicyHolder> holders = new ArrayList<>();
        Stream.of(call.account().groups(), call.account().roles(), call.account().users())
                .flatMap(Collection::stream)
                .filter(holder -> isMeant(holder, input))
                .forEach(holders::add);
        holders.sort(Comparator.comparing(ListEntitiesForPolicy::sortKey));
        Paging.Page<PolicyHolder> page =
                Paging.page(
                        holders, ListEntitiesForPolicy::sortKey, input.maxItems(), input.marker());
        ListEntitiesForPolicyResponse.Builder answer =
                ListEntitiesForPolicyResponse.builder()
                        .isTruncated(page.truncated())
                        .marker(page.marker());
        return answer.policyGroups(
                        of(
                                page,
                                Group.class,
                                g ->
                                        PolicyGroup.builder()
                                                .groupName(g.name())
                                                .groupId(g.id())
                                                .build()))
                .policyRoles(
                        of(
                                page,
                                Role.class,
                                r ->
                                        PolicyRole.builder()
                                                .roleName(r.name())
                                                .roleId(r.id())
                                                .build()))
                .policyUsers(
                        of(
                                page,
                                User.class,
                                u ->
                                        PolicyUser.builder()
                                                .userName(u.name())
                                                .userId(u.id())
                                                .build()))
                .build();
    }

    private static String sortKey(PolicyHolder holder) {
        return holder.key().kind() + " " + holder.name().toLowerCase(Locale.ROOT);
    }

    private static <E, R> List<R> of(
            Paging.Page<PolicyHolder> page, Class<E> type, Function<E, R> form) {
        return page.items().stream().filter(type::isInstance).map(type::cast).map(form).toList();
    }

    private static boolean isMeant(PolicyHolder holder, ListEntitiesForPolicyRequest input) {
        boolean bounded =
                holder instanceof Bounded b && input.policyArn().equals(b.permissionsBoundary());
        boolean attached = holder.attachedPolicies().contains(input.policyArn());
        String usage = input.policyUsageFilterAsString();
        boolean used =
                usage == null
                        ? attached || bounded
                        : usage.equals("PermissionsBoundary") ? bounded : attached;
        return used
                && isOfType(holder, input.entityFilterAsString())
                && hasPath(holder, input.pathPrefix());
    }

    private static boolean isOfType(PolicyHolder holder, @Nullable String filter) {
        return filter == null
                || switch (holder) {
                    case User user -> filter.equals("User");
                    case Group group -> filter.equals("Group");
                    case Role role -> filter.equals("Role");
                };
    }

    private static boolean hasPath(PolicyHolder holder, @Nullable String prefix) {
        return prefix == null
                || switch (holder) {
                    case User user -> user.path().startsWith(prefix);
                    case Group group -> group.path().startsWith(prefix);
                    case Role role -> role.path().startsWith(prefix);
                };
    }
}
