package dev.understudy.iam.mfa;

import dev.understudy.directory.Account;
import dev.understudy.directory.MfaDevice;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.DescribedUser;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

import java.util.List;

/** Lists the virtual devices of the account, by whether they are anybody's. */
final class ListVirtualMFADevices
        implements ReadOperation<ListVirtualMfaDevicesRequest, ListVirtualMfaDevicesResponse> {
    @Override
    public Access access(ListVirtualMfaDevicesRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("iam:ListVirtualMFADevices", "*", call.accountId()));
    }

    @Override
    public ListVirtualMfaDevicesResponse execute(
            ListVirtualMfaDevicesRequest input, AuthorizedCall call) {
        List<MfaDevice> devices =
                call.account().credentials().mfaDevices().stream()
                        .filter(device -> device.hasSeed() && isAsked(device, input))
                        .toList();
        Paging.Page<MfaDevice> page =
                Paging.page(devices, MfaDevice::serialNumber, input.maxItems(), input.marker());
        return ListVirtualMfaDevicesResponse.builder()
                .virtualMFADevices(page.map(device -> describe(call.account(), device)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static boolean isAsked(MfaDevice device, ListVirtualMfaDevicesRequest input) {
        String status = input.assignmentStatusAsString();
        return status == null
                || status.equals("Any")
                || status.equals("Assigned") == (device.assignment() != null);
    }

    private static VirtualMFADevice describe(Account account, MfaDevice device) {
        VirtualMFADevice.Builder told =
                VirtualMFADevice.builder().serialNumber(device.serialNumber());
        MfaDevice.Assignment assignment = device.assignment();
        User user = assignment == null ? null : account.userById(assignment.userId());
        if (assignment != null && user != null) {
            told.enableDate(assignment.enableDate()).user(DescribedUser.listed(account, user));
        }
        return told.build();
    }
}
