package dev.understudy.server.trust;

import dev.understudy.analysis.trust.TrustReview;
import dev.understudy.federation.ClaimedIdentity;
import dev.understudy.federation.Finding;
import dev.understudy.federation.Proof;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Whether somebody would get a session of a role, and why not.
 *
 * @param operation of STS, like {@code AssumeRoleWithWebIdentity}
 * @param caller who asks: an ARN or, of an outside identity, its provider
 * @param findings what the token was held against; empty where the call is signed
 * @param claims what the token claims; null where there is no token, or it cannot be read
 * @param review what the trust policy says of it; null if nobody could be made out to ask of
 * @param notes what was supposed, or left out
 * @param supposed whether something that decides was only supposed
 */
public record TrustReport(
        String role,
        String operation,
        String caller,
        List<Finding> findings,
        @Nullable ClaimedIdentity claims,
        @Nullable TrustReview review,
        List<String> notes,
        boolean supposed) {
    /** The answer. */
    public enum Verdict {
        /** There would be a session. */
        ADMITTED,
        /** There would be none. */
        REFUSED,
        /** Nothing speaks against it, but not everything could be checked. */
        UNKNOWN
    }

    public TrustReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** The answer: one failure refuses, whatever is unknown. */
    public Verdict verdict() {
        boolean failed = findings.stream().anyMatch(one -> one.outcome() == Finding.Outcome.FAILED);
        if (failed || review != null && !review.admits()) {
            return Verdict.REFUSED;
        }
        boolean unknown =
                supposed
                        || review == null
                        || findings.stream()
                                .anyMatch(one -> one.outcome() == Finding.Outcome.UNKNOWN);
        return unknown ? Verdict.UNKNOWN : Verdict.ADMITTED;
    }

    /**
     * AWS's refusal, that of the first thing that fails; null if nothing does. Of what nobody could
     * check it says nothing.
     */
    public Proof.@Nullable Unproven refusal() {
        for (Finding finding : findings) {
            if (finding.outcome() == Finding.Outcome.FAILED) {
                return finding.refusal();
            }
        }
        return review == null || review.admits()
                ? null
                : new Proof.Unproven("AccessDenied", denied(review));
    }

    private String denied(TrustReview decided) {
        String action =
                decided.explanations().stream()
                        .filter(one -> !one.decision().allowed())
                        .findFirst()
                        .orElseThrow()
                        .request()
                        .action();
        return operation.equals("AssumeRole")
                ? "User: "
                        + caller
                        + " is not authorized to perform: "
                        + action
                        + " on resource: "
                        + role
                : "Not authorized to perform " + action;
    }
}
