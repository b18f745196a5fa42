package dev.understudy.iam.mfa;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a virtual device. */
final class ListMFADeviceTags
        implements ReadOperation<ListMfaDeviceTagsRequest, ListMfaDeviceTagsResponse> {
    @Override
    public Access access(ListMfaDeviceTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                MfaDevices.FAMILY.check("iam:ListMFADeviceTags", input.serialNumber(), call));
    }

    @Override
    public ListMfaDeviceTagsResponse execute(ListMfaDeviceTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        MfaDevices.FAMILY.get(call.account(), input.serialNumber()).tags(),
                        input.maxItems(),
                        input.marker());
        return ListMfaDeviceTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
