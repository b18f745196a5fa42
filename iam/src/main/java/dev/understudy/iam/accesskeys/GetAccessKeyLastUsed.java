package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyUse;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.LastUse;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;

/** Tells whose an access key is, and when and for what it was last used. */
final class GetAccessKeyLastUsed
        implements ReadOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> {
    private static final String NOTHING = "N/A";

    private final LastUse lastUse;

    GetAccessKeyLastUsed(LastUse lastUse) {
        this.lastUse = lastUse;
    }

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
        AccessKeyUse use = lastUse.of(call.account(), input.accessKeyId());
        return GetAccessKeyLastUsedResponse.builder()
                .userName(user.name())
                .accessKeyLastUsed(used ->
                        used.lastUsedDate(use == null ? null : use.date())
                                .serviceName(use == null ? NOTHING : use.service())
                                .region(use == null ? NOTHING : use.region()))
                .build();
    }
}
