package dev.understudy.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicySet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The latest refusals with all that decided them, so that each can be explained to those allowed to
 * know. Explaining is done when somebody asks: a refusal costs a reference, not an essay.
 */
public final class Decisions {
    private static final long KEPT = 10_000;

    private final Cache<String, Refusal> refusals = Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * One refused check.
     *
     * @param id as in the {@code x-understudy-decision} header
     * @param at when
     * @param owner the account of the resource
     * @param request what was asked
     * @param policies what was asked of
     */
    public record Refusal(
            String id, Instant at, AccountId owner, AccessRequest request, PolicySet policies) {
        /** Decides again, this time with reasons. */
        public Explanation explain() {
            return Evaluator.explain(request, policies);
        }

        /** Whether a caller of this account may be told, if its policies allow. */
        public boolean concerns(AccountId account) {
            return account.equals(owner) || account.equals(request.principal().account());
        }
    }

    void keep(Refusal refusal) {
        refusals.put(refusal.id(), refusal);
    }

    /** The refusal of this id; null if unknown or no longer kept. */
    public @Nullable Refusal find(String id) {
        return refusals.getIfPresent(id);
    }
}
