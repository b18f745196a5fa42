package dev.understudy.iam.account;

import dev.understudy.directory.Account;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

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
        addPrincipals(input, call, details);
        addPolicies(input, call.account(), details);
        details.sort(Comparator.comparing(Detail::sortKey, Paging.ORDER));
        Paging.Page<Detail> page =
                Paging.page(details, Detail::sortKey, input.maxItems(), input.marker());
        List<Object> forms = page.map(detail -> detail.form().get());
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(of(forms, UserDetail.class))
                .groupDetailList(of(forms, GroupDetail.class))
                .roleDetailList(of(forms, RoleDetail.class))
                .policies(of(forms, ManagedPolicyDetail.class))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static void addPrincipals(
            GetAccountAuthorizationDetailsRequest input,
            AuthorizedCall call,
            List<Detail> details) {
        Account account = call.account();
        PrincipalDetails forms = new PrincipalDetails(account, call.accounts());
        if (wants(input, "User")) {
            account.users()
                    .forEach(u -> details.add(Detail.of("1 " + u.name(), () -> forms.of(u))));
        }
        if (wants(input, "Group")) {
            account.groups()
                    .forEach(g -> details.add(Detail.of("2 " + g.name(), () -> forms.of(g))));
        }
        if (wants(input, "Role")) {
            account.roles()
                    .forEach(r -> details.add(Detail.of("3 " + r.name(), () -> forms.of(r))));
        }
    }

    private static void addPolicies(
            GetAccountAuthorizationDetailsRequest input, Account account, List<Detail> details) {
        PolicyDetails forms = new PolicyDetails(account);
        if (wants(input, "LocalManagedPolicy")) {
            account.policies()
                    .forEach(p -> details.add(Detail.of("4 " + p.name() + " ", () -> forms.of(p))));
        }
        if (wants(input, "AWSManagedPolicy")) {
            forms.awsInUse()
                    .forEach(p ->
                            details.add(
                                    Detail.of("4 " + p.name() + " " + p.arn(), () -> forms.of(p))));
        }
    }

    /**
     * One of all.
     *
     * @param sortKey different for each
     * @param form made only for what is on the page
     */
    private record Detail(String sortKey, Supplier<Object> form) {
        static Detail of(String name, Supplier<Object> form) {
            return new Detail(name, form);
        }
    }

    private static boolean wants(GetAccountAuthorizationDetailsRequest input, String type) {
        return input.filterAsStrings().isEmpty() || input.filterAsStrings().contains(type);
    }

    private static <T> List<T> of(List<Object> forms, Class<T> type) {
        return forms.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
