package dev.understudy.operation;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a session token carries: everything about temporary credentials but their secret.
 *
 * @param kind which operation family issued it
 * @param account the account of the role or user
 * @param principalId the unique id of the role or user that the session acts as; the account id for
 *     the root user
 * @param name the role session name or the federated user's name; empty for GetSessionToken
 * @param issuedAt second precision; {@code aws:TokenIssueTime}
 * @param expiresAt second precision; the credentials are good before this instant
 * @param policy the inline session policy; null if none was passed
 * @param policyArns managed session policies
 * @param tags session tags, inherited transitive ones among them
 * @param transitiveTagKeys the keys of the tags that follow into chained sessions
 * @param sourceIdentity null if none was set
 * @param mfaAt when a device's code was checked; null if none was
 * @param federatedProvider the identity provider's domain or ARN; null if a principal of AWS
 *     assumed the role
 * @param keys condition keys that every request of the session has, by their full names: what the
 *     provider proved of its user, or what the service that delivers the credentials says of their
 *     place
 */
public record Session(
        Kind kind,
        AccountId account,
        String principalId,
        String name,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String policy,
        List<String> policyArns,
        Map<String, String> tags,
        Set<String> transitiveTagKeys,
        @Nullable String sourceIdentity,
        @Nullable Instant mfaAt,
        @Nullable String federatedProvider,
        Map<String, List<String>> keys) {

    /** Which operation family issued a session; the order is part of the token's form. */
    public enum Kind {
        /** AssumeRole and its siblings. */
        ROLE,
        /** GetSessionToken: the user itself, for a time. */
        USER,
        /** GetFederationToken. */
        FEDERATED_USER,
        /** AssumeRoot: a member account's root user, for one task. */
        ROOT,
        /** GetDelegatedAccessToken: whoever accepted a delegation request, within its policy. */
        DELEGATED
    }

    public Session {
        policyArns = List.copyOf(policyArns);
        tags = Map.copyOf(tags);
        transitiveTagKeys = Set.copyOf(transitiveTagKeys);
        keys = Map.copyOf(keys);
    }

    /** Whether any session policy limits it. */
    public boolean hasPolicies() {
        return policy != null || !policyArns.isEmpty();
    }
}
