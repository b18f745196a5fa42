package dev.understudy.iam.accessadvisor;

import dev.understudy.directory.AccessJob;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Caller;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.Session;
import dev.understudy.operation.WritingCall;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Reports that were asked for. AWS makes them in the background; here they are computed when they
 * are read, so that every job is complete at once and tells the newest data.
 */
public final class Jobs {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 1_000;

    private Jobs() {}

    /** Keeps a new job, and forgets those of yesterday. */
    public static String start(
            WritingCall call,
            String subject,
            @Nullable String granularity,
            @Nullable String policyId) {
        int kept = 0;
        for (AccessJob job : call.account().accessJobs()) {
            if (job.created().plus(KEPT).isBefore(call.now())) {
                call.remove(job.key());
            } else {
                kept++;
            }
        }
        if (kept >= MOST) {
            throw new AwsError(
                    ErrorCode.REPORT_GENERATION_LIMIT_EXCEEDED,
                    "The maximum number of report generation requests was reached.");
        }
        RandomGenerator random = call.random();
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        call.put(new AccessJob(id, subject, granularity, policyId, principal(call), call.now()));
        return id;
    }

    /** The caller's job of this id and kind, or NoSuchEntity. */
    public static AccessJob find(AuthenticatedCall call, String id, boolean ofOrganization) {
        if (call.account().entity(AccessJob.key(id)) instanceof AccessJob job
                && (job.granularity() == null) == ofOrganization
                && job.createdBy().equals(principal(call))) {
            return job;
        }
        throw NoSuchEntity.job(id);
    }

    private static String principal(AuthenticatedCall call) {
        Caller caller = call.caller();
        Session session = caller.session();
        return session == null ? caller.userId() : session.principalId();
    }
}
