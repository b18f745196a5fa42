package dev.understudy.analysis.trust;

import dev.understudy.analysis.lint.Issue;
import dev.understudy.analysis.lint.Linter;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Change;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Proposal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a trust policy says of one caller, in each action that the call needs, and whom it admits
 * besides.
 *
 * @param explanations one for each action, in the order in which they are decided
 * @param warnings where it is too wide, in the order of the text
 */
public record TrustReview(List<Explanation> explanations, List<TrustWarning> warnings) {
    private static final Set<Issue> TOO_WIDE =
            EnumSet.of(
                    Issue.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL,
                    Issue.MISSING_GITHUB_REPO_CONDITION_KEY,
                    Issue.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED,
                    Issue.MISSING_SUBJECT_FOR_SHARED_OIDC_PRINCIPAL,
                    Issue.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL);

    public TrustReview {
        explanations = List.copyOf(explanations);
        warnings = List.copyOf(warnings);
    }

    /**
     * Decides each request.
     *
     * @param policies with the trust policy as that of the resource
     */
    public static TrustReview of(
            List<AccessRequest> requests, PolicySet policies, PolicySource trust) {
        List<Explanation> explanations = new ArrayList<>();
        for (AccessRequest request : requests) {
            explanations.add(Evaluator.explain(request, policies));
        }
        return new TrustReview(explanations, warnings(requests.getFirst(), trust));
    }

    private static List<TrustWarning> warnings(AccessRequest request, PolicySource trust) {
        String text = trust.document().text();
        List<TrustWarning> warnings = new ArrayList<>();
        Linter.lint(text, PolicyKind.TRUST).stream()
                .filter(finding -> TOO_WIDE.contains(finding.issue()))
                .map(finding ->
                        new TrustWarning(
                                finding.code(),
                                finding.start().line(),
                                finding.start().column(),
                                finding.message(),
                                finding.fix()))
                .forEach(warnings::add);
        warnings.addAll(ForeignAccounts.warnings(trust.document(), request.resourceAccount()));
        return warnings;
    }

    /** Whether every action is allowed. */
    public boolean admits() {
        return explanations.stream().allMatch(one -> one.decision().allowed());
    }

    /** The changes of policies that would admit the caller; each was decided again. */
    public static List<Proposal> ofPolicies(Explanation explanation) {
        return explanation.changes().stream().filter(one -> !isOfRequest(one)).toList();
    }

    /** The changes of the request that would: a caller can seldom make them. */
    public static List<Proposal> ofRequest(Explanation explanation) {
        return explanation.changes().stream().filter(TrustReview::isOfRequest).toList();
    }

    private static boolean isOfRequest(Proposal proposal) {
        return proposal.changes().stream()
                .anyMatch(one -> one instanceof Change.KeySet || one instanceof Change.KeyRemoved);
    }
}
