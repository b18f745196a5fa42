package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;

/**
 * Tells whose an access key is. When it was last used is not recorded yet, and answered as never.
 */
final class GetAccessKeyLastUsed
        implements ReadOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> {

    @Override
    public Access access(GetAccessKeyLastUsedRequest input, AuthenticatedCall call) {
        AccessKey key = call.account().accessKey(input.accessKeyId());
        User user = key == null ? null : call.account().userById(key.userId());
        Check check =
                user == null
                        ? Check.of("iam:GetAccessKeyLastUsed", "*", call.accountId())
                        : Users.FAMILY.check("iam:GetAccessKeyLastUsed", user.name(), call);
        return Access.permission(check.shownAs("access key " + input.accessKeyId()));
    }

    @Override
    public GetAccessKeyLastUsedResponse execute(
            GetAccessKeyLastUsedRequest input, AuthorizedCall call) {
        AccessKey key = call.account().accessKey(input.accessKeyId());
        User user = key == null ? null : call.account().userById(key.userId());
        if (user == null) {
            throw AccessDenied.because(
                    "User: "
                            + call.caller().arn()
                            + " is not authorized to perform: iam:GetAccessKeyLastUsed on resource:"
                            + " access key "
                            + input.accessKeyId());
        }
        return GetAccessKeyLastUsedResponse.builder()
                .userName(user.name())
                .accessKeyLastUsed(used -> used.serviceName("N/A").region("N/A"))
                .build();
    }
}
