package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an account asks another one to delegate to it for a time. It lives, whole, in the account
 * that asks.
 *
 * @param id 36 characters, by which it is found from any account
 * @param ownerAccountId the account that is asked; null as long as nobody knows which
 * @param requestorName a friendly name of the account that asks; null if it has none
 * @param requestMessage null if none was given
 * @param policyTemplateArn of the template that the permission policy was made from
 * @param permissionPolicy what is to be delegated
 * @param workflowId the asking account's own name for the request
 * @param redirectUrl null if none was given
 * @param notificationChannel the ARN of a topic
 * @param sessionDuration of the delegated session, in seconds
 * @param onlySendByOwner whether nobody but the owner may release the exchange token
 * @param progress how far it has come
 */
public record DelegationRequest(
        String id,
        @Nullable String ownerAccountId,
        @Nullable String requestorName,
        String description,
        @Nullable String requestMessage,
        String policyTemplateArn,
        List<Parameter> parameters,
        PolicyDocument permissionPolicy,
        String workflowId,
        @Nullable String redirectUrl,
        String notificationChannel,
        int sessionDuration,
        boolean onlySendByOwner,
        Instant createDate,
        Progress progress)
        implements Entity {

    public DelegationRequest {
        parameters = List.copyOf(parameters);
    }

    /**
     * A value for a parameter of the template.
     *
     * @param type {@code string} or {@code stringList}
     */
    public record Parameter(String name, List<String> values, String type) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /**
     * How far a request has come.
     *
     * @param state as AWS names it; {@code EXPIRED} is never stored, it follows from the time
     * @param since when the state was reached
     * @param updated when anything was last changed
     * @param ownerId the ARN of the identity that took the request on; null before
     * @param approverId the ARN of the identity that accepted; null before
     * @param notes null if none were added
     * @param rejectionReason null if none was given
     * @param approver whose permissions are delegated; null before somebody accepted
     * @param tradedAt when the exchange token was traded in, which is done once; null before
     */
    public record Progress(
            String state,
            Instant since,
            Instant updated,
            @Nullable String ownerId,
            @Nullable String approverId,
            @Nullable String notes,
            @Nullable String rejectionReason,
            @Nullable Approver approver,
            @Nullable Instant tradedAt) {

        /** The same, its exchange token traded in. */
        public Progress traded(Instant at) {
            return new Progress(
                    state, since, at, ownerId, approverId, notes, rejectionReason, approver, at);
        }
    }

    /**
     * Whose permissions are delegated, as it was when it accepted.
     *
     * @param principalId the unique id of the user or role; the account id for the root user
     * @param tags of its session, which go with it; empty of long-term credentials
     * @param sourceIdentity of its session; null if it had none
     */
    public record Approver(
            String principalId, Map<String, String> tags, @Nullable String sourceIdentity) {
        public Approver {
            tags = Copies.of(tags);
        }
    }

    @Override
    public EntityKey key() {
        return key(id);
    }

    /** The key of the request of this id. */
    public static EntityKey key(String id) {
        return new EntityKey(EntityKind.DELEGATION_REQUEST, id);
    }

    /** The same for this account. */
    public DelegationRequest ownedBy(String accountId) {
        return new DelegationRequest(
                id,
                accountId,
                requestorName,
                description,
                requestMessage,
                policyTemplateArn,
                parameters,
                permissionPolicy,
                workflowId,
                redirectUrl,
                notificationChannel,
                sessionDuration,
                onlySendByOwner,
                createDate,
                progress);
    }

    /** The same, come this far. */
    public DelegationRequest with(Progress newProgress) {
        return new DelegationRequest(
                id,
                ownerAccountId,
                requestorName,
                description,
                requestMessage,
                policyTemplateArn,
                parameters,
                permissionPolicy,
                workflowId,
                redirectUrl,
                notificationChannel,
                sessionDuration,
                onlySendByOwner,
                createDate,
                newProgress);
    }
}
