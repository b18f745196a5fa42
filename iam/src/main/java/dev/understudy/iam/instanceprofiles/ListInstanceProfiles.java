package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;

import java.util.List;

/** Lists the instance profiles whose path begins with the prefix. */
final class ListInstanceProfiles
        implements ReadOperation<ListInstanceProfilesRequest, ListInstanceProfilesResponse> {

    @Override
    public Access access(ListInstanceProfilesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                        "iam:ListInstanceProfiles",
                        InstanceProfile.arn(call.account(), prefix(input), ""),
                        call.accountId()));
    }

    @Override
    public ListInstanceProfilesResponse execute(
            ListInstanceProfilesRequest input, AuthorizedCall call) {
        List<InstanceProfile> profiles =
                call.account().instanceProfiles().stream()
                        .filter(profile -> profile.path().startsWith(prefix(input)))
                        .toList();
        Paging.Page<InstanceProfile> page =
                Paging.page(profiles, InstanceProfile::name, input.maxItems(), input.marker());
        return ListInstanceProfilesResponse.builder()
                .instanceProfiles(
                        page.map(profile ->
                                DescribedProfile.listed(call.account(), call.accounts(), profile)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static String prefix(ListInstanceProfilesRequest input) {
        return input.pathPrefix() == null ? "/" : input.pathPrefix();
    }
}
