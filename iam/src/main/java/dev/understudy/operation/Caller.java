package dev.understudy.operation;

import dev.understudy.policy.AccountId;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Who signed a request. Only the authenticator makes one, out of the credentials whose signature it
 * verified.
 *
 * @param principal as policies see it
 * @param account the principal's account
 * @param userId what GetCallerIdentity calls UserId, and policies {@code aws:userid}
 * @param userName the friendly name of an IAM user; null for all others
 * @param tags the principal's tags: its entity's, overridden by the session's
 * @param accessKeyId the id of the credentials used
 * @param session the session, if the credentials are temporary; null for long-term ones
 */
public record Caller(
        Principal principal,
        AccountId account,
        String userId,
        @Nullable String userName,
        Map<String, String> tags,
        String accessKeyId,
        @Nullable Session session) {

    public Caller {
        tags = Map.copyOf(tags);
    }

    /** The caller's ARN, as errors and GetCallerIdentity print it. */
    public String arn() {
        return principal.arn();
    }
}
