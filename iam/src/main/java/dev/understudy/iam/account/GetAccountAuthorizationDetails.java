package dev.understudy.iam.account;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

import java.util.ArrayList;
import java.util.List;

/** Tells of all users, groups, roles and policies with everything that says what they may do. */
final class GetAccountAuthorizationDetails
        implements ReadOperation<
                GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse> {

    @Override
    public Access access(GetAccountAuthorizationDetailsRequest input, AuthenticatedCall call) {
        return Access.permission(
                AccountOperations.check("iam:GetAccountAuthorizationDetails", call));
    }

    @Override
    public GetAccountAuthorizationDetailsResponse execute(
            GetAccountAuthorizationDetailsRequest input, AuthorizedCall call) {
        List<Detail> details = new ArrayList<>();
        DetailForms forms = new DetailForms(call.account(), call.accounts());
        if (wants(input, "User")) {
            call.account()
                    .users()
                    .forEach(user -> details.add(new Detail("1 " + user.name(), forms.of(user))));
        }
        if (wants(input, "Group")) {
            call.account()
                    .groups()
                    .forEach(
                            group -> details.add(new Detail("2 " + group.name(), forms.of(group))));
        }
        if (wants(input, "Role")) {
            call.account()
                    .roles()
                    .forEach(role -> details.add(new Detail("3 " + role.name(), forms.of(role))));
        }
        forms.policies(wants(input, "LocalManagedPolicy"), wants(input, "AWSManagedPolicy"))
                .forEach(policy ->
                        details.add(
                                new Detail(
                                        "4 " + policy.policyName() + " " + policy.arn(), policy)));
        Paging.Page<Detail> page =
                Paging.page(details, Detail::sortKey, input.maxItems(), input.marker());
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(of(page, UserDetail.class))
                .groupDetailList(of(page, GroupDetail.class))
                .roleDetailList(of(page, RoleDetail.class))
                .policies(of(page, ManagedPolicyDetail.class))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private record Detail(String sortKey, Object form) {}

    private static boolean wants(GetAccountAuthorizationDetailsRequest input, String type) {
        return input.filterAsStrings().isEmpty() || input.filterAsStrings().contains(type);
    }

    private static <T> List<T> of(Paging.Page<Detail> page, Class<T> type) {
        return page.items().stream()
                .map(Detail::form)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
