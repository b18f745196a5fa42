package dev.understudy.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The latest refusals with all that decided them, so that each can be explained to those allowed to
 * know. Explaining is done when somebody asks: a refusal costs a reference, not an essay.
 */
public final class Decisions {
    private static final long KEPT = 10_000;
    private static final PolicySource HIDDEN_IDENTITY = hidden(PolicyKind.IDENTITY, "");
    private static final PolicySource HIDDEN_RESOURCE =
            hidden(PolicyKind.RESOURCE, "\"Principal\":\"*\",");

    private final Cache<String, Decided> decided = Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * One decided check.
     *
     * @param id of a refusal, as in the {@code x-understudy-decision} header; of what was allowed,
     *     the request's
     * @param at when
     * @param owner the account of the resource
     * @param request what was asked
     * @param policies what was asked of
     */
    public record Decided(
            String id, Instant at, AccountId owner, AccessRequest request, PolicySet policies) {
        /** Decides again, this time with reasons. */
        public Explanation explain() {
            return Evaluator.explain(request, policies);
        }

        /** Whether it was allowed, whoever's policies decided. */
        public boolean allowed() {
            return Evaluator.decide(request, policies).allowed();
        }

        /**
         * The reasons as an account may read them: across accounts each side sees its own policies,
         * and the other side's as one that allows.
         */
        public Explanation explainTo(AccountId viewer) {
            AccountId principals = request.principal().account();
            if (principals == null || principals.equals(owner)) {
                return explain();
            }
            PolicySet.Builder seen = policies.toBuilder();
            if (viewer.equals(owner)) {
                seen.identity(List.of(HIDDEN_IDENTITY))
                        .boundary(null)
                        .session(null)
                        .serviceControl(List.of());
            } else {
                seen.resource(HIDDEN_RESOURCE).resourceControl(List.of());
            }
            return Evaluator.explain(request, seen.build());
        }

        /** Whether a caller of this account may be told, if its policies allow. */
        public boolean concerns(AccountId account) {
            return account.equals(owner) || account.equals(request.principal().account());
        }
    }

    /** What is said instead of the other side's reasons. */
    public static final String OTHER_SIDE =
            "the policies of the other account do not allow it, and are not shown";

    private static PolicySource hidden(PolicyKind kind, String principal) {
        String statement =
                "{\"Effect\":\"Allow\"," + principal + "\"Action\":\"*\",\"Resource\":\"*\"}";
        return new PolicySource(
                "policies of the other account, not shown",
                kind,
                PolicyDocument.parse("{\"Statement\":" + statement + "}"));
    }

    void keep(Decided decision) {
        // Of an operation with several checks the first decision is kept under a shared id.
        decided.asMap().putIfAbsent(decision.id(), decision);
    }

    /** The decision of this id; null if unknown or no longer kept. */
    public @Nullable Decided find(String id) {
        return decided.getIfPresent(id);
    }
}
