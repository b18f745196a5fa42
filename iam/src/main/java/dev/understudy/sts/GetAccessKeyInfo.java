package dev.understudy.sts;

import dev.understudy.directory.UniqueIds;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.AccountId;

import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;

/** Says which account an access key id belongs to; nothing about whether the key is good. */
final class GetAccessKeyInfo
        implements ReadOperation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse> {
    @Override
    public Access access(GetAccessKeyInfoRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("sts:GetAccessKeyInfo", "*", call.accountId()));
    }

    @Override
    public GetAccessKeyInfoResponse execute(GetAccessKeyInfoRequest input, AuthorizedCall call) {
        String id = input.accessKeyId();
        AccountId account = call.accounts().locate(id);
        if (account == null && (id.startsWith("AKIA") || id.startsWith("ASIA"))) {
            account = UniqueIds.accountOf(id);
        }
        if (account == null) {
            throw new AwsError(ErrorCode.VALIDATION_ERROR, "Invalid type of access key");
        }
        return GetAccessKeyInfoResponse.builder().account(account.digits()).build();
    }
}
