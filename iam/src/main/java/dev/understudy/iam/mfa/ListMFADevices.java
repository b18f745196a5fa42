package dev.understudy.iam.mfa;

import dev.understudy.directory.Account;
import dev.understudy.directory.MfaDevice;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;

import java.util.Objects;

/** Lists the devices of a user. */
final class ListMFADevices implements ReadOperation<ListMfaDevicesRequest, ListMfaDevicesResponse> {
    @Override
    public Access access(ListMfaDevicesRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:ListMFADevices", input.userName(), call));
    }

    @Override
    public ListMfaDevicesResponse execute(ListMfaDevicesRequest input, AuthorizedCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        Paging.Page<MfaDevice> page =
                Paging.page(
                        call.account().credentials().mfaDevicesOf(ownerId),
                        MfaDevice::serialNumber,
                        input.maxItems(),
                        input.marker());
        return ListMfaDevicesResponse.builder()
                .mfaDevices(page.map(device -> describe(call.account(), device)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static MFADevice describe(Account account, MfaDevice device) {
        MfaDevice.Assignment assignment = Objects.requireNonNull(device.assignment());
        return MFADevice.builder()
                .userName(CredentialOwner.name(account, assignment.userId()))
                .serialNumber(device.serialNumber())
                .enableDate(assignment.enableDate())
                .build();
    }
}
