package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest;
import dev.understudy.directory.DelegationRequest.Approver;
import dev.understudy.directory.DelegationRequest.Progress;
import dev.understudy.iam.errors.InvalidInput;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The states of a request, and how long it stays in each before it expires. The times are AWS's;
 * the text of the error is ours, because AWS does not publish its own.
 */
final class Lifecycle {
    static final String UNASSIGNED = "UNASSIGNED";
    static final String ASSIGNED = "ASSIGNED";
    static final String PENDING_APPROVAL = "PENDING_APPROVAL";
    static final String ACCEPTED = "ACCEPTED";
    static final String REJECTED = "REJECTED";
    static final String FINALIZED = "FINALIZED";
    static final String EXPIRED = "EXPIRED";

    private static final Duration UNCLAIMED = Duration.ofDays(1);
    private static final Duration UNTOUCHED = Duration.ofDays(7);

    private Lifecycle() {}

    /** When the request expires if nothing happens. */
    static Instant expiration(DelegationRequest request) {
        Progress progress = request.progress();
        return progress.since().plus(progress.state().equals(UNASSIGNED) ? UNCLAIMED : UNTOUCHED);
    }

    /** The state at this time. */
    static String state(DelegationRequest request, Instant now) {
        return now.isBefore(expiration(request)) ? request.progress().state() : EXPIRED;
    }

    /** Passes if the request is in one of the states; else InvalidInput. */
    static void require(DelegationRequest request, Instant now, String... states) {
        String state = state(request, now);
        if (!List.of(states).contains(state)) {
            throw InvalidInput.because(
                    "Delegation request "
                            + request.id()
                            + " is in state "
                            + state
                            + ", which does not allow this operation.");
        }
    }

    /** The beginning. */
    static Progress begun(Instant now) {
        return new Progress(UNASSIGNED, now, now, null, null, null, null, null, null);
    }

    /** The progress with another state, and all else as it is. */
    static Progress moved(Progress progress, String state, Instant now) {
        return new Progress(
                state,
                now,
                now,
                progress.ownerId(),
                progress.approverId(),
                progress.notes(),
                progress.rejectionReason(),
                progress.approver(),
                progress.tradedAt());
    }

    /** Taken on by this identity. */
    static Progress taken(Progress progress, String ownerId, Instant now) {
        return new Progress(
                ASSIGNED,
                now,
                now,
                ownerId,
                null,
                progress.notes(),
                progress.rejectionReason(),
                null,
                null);
    }

    /** Accepted by this identity, whose permissions it delegates. */
    static Progress accepted(Progress progress, String approverId, Approver approver, Instant now) {
        return new Progress(
                ACCEPTED,
                now,
                now,
                progress.ownerId(),
                approverId,
                progress.notes(),
                progress.rejectionReason(),
                approver,
                null);
    }

    /** Forwarded, with notes; those from before stay if none are given. */
    static Progress forwarded(Progress progress, @Nullable String notes, Instant now) {
        return new Progress(
                PENDING_APPROVAL,
                now,
                now,
                progress.ownerId(),
                progress.approverId(),
                notes == null ? progress.notes() : notes,
                progress.rejectionReason(),
                progress.approver(),
                progress.tradedAt());
    }

    /** Rejected; nobody's permissions are delegated any more. */
    static Progress rejected(Progress progress, @Nullable String reason, Instant now) {
        return new Progress(
                REJECTED, now, now, progress.ownerId(), null, progress.notes(), reason, null, null);
    }
}
