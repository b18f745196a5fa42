package dev.understudy.iam.account;

import dev.understudy.directory.Account;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        Paging.Page<Detail> page =
                Paging.page(
                        details(input, call), Detail::sortKey, input.maxItems(), input.marker());
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

    /** All of them in order, none made before the page comes to it. */
    private static Stream<Detail> details(
            GetAccountAuthorizationDetailsRequest input, AuthorizedCall call) {
        Account account = call.account();
        PrincipalDetails principals = new PrincipalDetails(account, call.accounts());
        PolicyDetails policies = new PolicyDetails(account);
        String after = Paging.after(input.marker());
        return Arrays.stream(Section.values())
                .filter(section -> after == null || after.compareTo(section.end()) < 0)
                .filter(section -> section.isWanted(input))
                .flatMap(section ->
                        switch (section) {
                            case USERS ->
                                    account.users().stream()
                                            .filter(u -> section.isNotBefore(u.name(), after))
                                            .map(u -> section.of(u.name(), () -> principals.of(u)));
                            case GROUPS ->
                                    account.groups().stream()
                                            .filter(g -> section.isNotBefore(g.name(), after))
                                            .map(g -> section.of(g.name(), () -> principals.of(g)));
                            case ROLES ->
                                    account.roles().stream()
                                            .filter(r -> section.isNotBefore(r.name(), after))
                                            .map(r -> section.of(r.name(), () -> principals.of(r)));
                            case POLICIES -> policies(input, section, after, account, policies);
                        });
    }

    private static Stream<Detail> policies(
            GetAccountAuthorizationDetailsRequest input,
            Section section,
            @Nullable String after,
            Account account,
            PolicyDetails forms) {
        List<Detail> details = new ArrayList<>();
        if (wants(input, "LocalManagedPolicy")) {
            account.policies().stream()
                    .filter(p -> section.isNotBefore(p.name(), after))
                    .forEach(p -> details.add(section.of(p.name() + " ", () -> forms.of(p))));
        }
        if (wants(input, "AWSManagedPolicy")) {
            forms.awsInUse()
                    .forEach(p ->
                            details.add(section.of(p.name() + " " + p.arn(), () -> forms.of(p))));
        }
        details.sort(Comparator.comparing(Detail::sortKey, Paging.ORDER));
        return details.stream();
    }

    /** The parts of the answer, in its order. */
    private enum Section {
        USERS('1', "User"),
        GROUPS('2', "Group"),
        ROLES('3', "Role"),
        POLICIES('4', "LocalManagedPolicy", "AWSManagedPolicy");

        private final char first;
        private final List<String> filters;

        Section(char first, String... filters) {
            this.first = first;
            this.filters = List.of(filters);
        }

        boolean isWanted(GetAccountAuthorizationDetailsRequest input) {
            return filters.stream().anyMatch(filter -> wants(input, filter));
        }

        /** Behind all its keys. */
        String end() {
            return first + "!";
        }

        /** Whether one of this name may come behind the last one of the page before. */
        boolean isNotBefore(String name, @Nullable String after) {
            if (after == null || after.isEmpty() || after.charAt(0) != first) {
                return true;
            }
            int end = after.indexOf(' ', 2);
            String last =
                    after.substring(Math.min(2, after.length()), end < 0 ? after.length() : end);
            return Paging.ORDER.compare(name, last) >= 0;
        }

        Detail of(String name, Supplier<Object> form) {
            return new Detail(first + " " + name, form);
        }
    }

    /**
     * One of all.
     *
     * @param sortKey different for each
     * @param form made only for what is on the page
     */
    private record Detail(String sortKey, Supplier<Object> form) {}

    private static boolean wants(GetAccountAuthorizationDetailsRequest input, String type) {
        return input.filterAsStrings().isEmpty() || input.filterAsStrings().contains(type);
    }

    private static <T> List<T> of(List<Object> forms, Class<T> type) {
        return forms.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
