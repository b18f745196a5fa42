package dev.understudy.operation;

import dev.understudy.policy.AccessDeniedMessage;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Decision;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.function.Supplier;

/** The one place that decides: every check of every operation, by every policy that applies. */
final class Authorizer {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.decisions");

    private final Decisions decisions;
    private final LastAccess lastAccess;
    private final Mode mode;
    private final boolean explainsAllowed;
    private final Supplier<String> decisionIds;

    Authorizer(
            Decisions decisions,
            LastAccess lastAccess,
            Mode mode,
            boolean explainsAllowed,
            Supplier<String> decisionIds) {
        this.decisions = decisions;
        this.lastAccess = lastAccess;
        this.mode = mode;
        this.explainsAllowed = explainsAllowed;
        this.decisionIds = decisionIds;
    }

    /** The call as authorised, or the refusal. */
    AuthorizedCall authorize(Access access, AuthenticatedCall call) {
        return switch (access) {
            case Access.AnySignedCaller any -> {
                call.caller();
                yield new AuthorizedCall(call, null);
            }
            case Access.Permission permission -> {
                Question last = null;
                for (Check check : permission.checks()) {
                    last = decide(check, last, call);
                }
                yield new AuthorizedCall(call, null);
            }
            case Access.OutsideIdentity outside -> {
                for (Check check : outside.checks()) {
                    decideOutside(check, outside, call);
                }
                yield new AuthorizedCall(call, outside.identity());
            }
        };
    }

    /**
     * Decides by policies and keys that are collected once for all checks that differ in nothing
     * but the action.
     */
    private Question decide(Check check, @Nullable Question last, AuthenticatedCall call) {
        Caller caller = call.caller();
        boolean service = caller.principal() instanceof Principal.ServicePrincipal;
        if (!service) {
            lastAccess.record(caller, check.action(), call.region(), call.now());
        }
        Question question = last;
        if (question == null || !question.isOf(check)) {
            question = service ? ofService(check, caller, call) : ofCaller(check, caller, call);
        }
        decide(check, question.request(check, caller.principal()), question.policies(), call);
        return question;
    }

    /** What a check is decided by. */
    private record Question(Check check, RequestContext context, PolicySet policies) {
        /** Resource control policies are those of the action's service. */
        boolean isOf(Check other) {
            return other.keys() == check.keys()
                    && other.resource().equals(check.resource())
                    && other.owner().equals(check.owner())
                    && other.resourcePolicy() == check.resourcePolicy()
                    && other.granted() == check.granted()
                    && other.multiFactor() == check.multiFactor()
                    && service(other).equals(service(check));
        }

        AccessRequest request(Check of, Principal principal) {
            return new AccessRequest(principal, of.action(), of.resource(), of.owner(), context);
        }

        private static String service(Check check) {
            return check.action().substring(0, check.action().indexOf(':'));
        }
    }

    private static Question ofCaller(Check check, Caller caller, AuthenticatedCall call) {
        RequestContext.Builder keys = RequestContext.builder();
        operationKeys(keys, check);
        RequestKeys.caller(keys, caller, call.facts());
        if (check.multiFactor()) {
            RequestKeys.multiFactorNow(keys);
        }
        RequestKeys.environment(keys, call.facts(), check);
        PolicySet.Builder policies = PrincipalPolicies.of(caller, call.account(), check.granted());
        OrganizationLimits.ofCaller(keys, policies, caller, call);
        OrganizationLimits.ofResource(keys, policies, check, caller, call);
        return new Question(check, keys.build(), guarded(policies, check));
    }

    /** A service has no policies of its own: what it acts on alone says. */
    private static Question ofService(Check check, Caller caller, AuthenticatedCall call) {
        ServiceSource source =
                Objects.requireNonNull(call.facts().source(), "a service states its source");
        RequestContext.Builder keys = RequestContext.builder();
        operationKeys(keys, check);
        RequestKeys.service(keys, caller.principal().arn(), source);
        OrganizationLimits.ofSource(keys, source, call);
        RequestKeys.environment(keys, call.facts(), check);
        PolicySet.Builder policies = PolicySet.builder();
        OrganizationLimits.ofResource(keys, policies, check, caller, call);
        return new Question(check, keys.build(), guarded(policies, check));
    }

    private static PolicySet guarded(PolicySet.Builder policies, Check check) {
        PolicySource guard = check.resourcePolicy();
        if (guard != null) {
            policies.resource(guard).resourcePolicyRequired(true);
        }
        return policies.build();
    }

    private void decideOutside(
            Check check, Access.OutsideIdentity outside, AuthenticatedCall call) {
        Question question = ofOutside(check, outside, call);
        decide(check, question.request(check, principal(outside)), question.policies(), call);
    }

    /**
     * Whether {@link #authorize} would let it pass, in strict mode. Nothing is logged, noted or
     * kept of it.
     */
    static boolean wouldAdmit(Access.OutsideIdentity outside, AuthenticatedCall call) {
        for (Check check : outside.checks()) {
            Question question = ofOutside(check, outside, call);
            if (Evaluator.decide(question.request(check, principal(outside)), question.policies())
                    instanceof Decision.Denied) {
                return false;
            }
        }
        return true;
    }

    private static Principal principal(Access.OutsideIdentity outside) {
        return new Principal.FederatedIdentity(outside.identity().provider());
    }

    private static Question ofOutside(
            Check check, Access.OutsideIdentity outside, AuthenticatedCall call) {
        RequestContext.Builder keys = RequestContext.builder();
        operationKeys(keys, check);
        outside.identity().keys().forEach((key, values) -> RequestKeys.put(keys, key, values));
        RequestKeys.environment(keys, call.facts(), check);
        PolicySet.Builder policies = PolicySet.builder();
        OrganizationLimits.ofResource(keys, policies, check, null, call);
        return new Question(check, keys.build(), guarded(policies, check));
    }

    private static void operationKeys(RequestContext.Builder keys, Check check) {
        check.keys()
                .forEach((key, values) -> {
                    if (values.size() == 1 && !key.equals("aws:TagKeys")) {
                        keys.put(key, values.getFirst());
                    } else {
                        keys.putAll(key, values);
                    }
                });
    }

    private void decide(Check check, AccessRequest request, PolicySet set, AuthenticatedCall call) {
        if (Evaluator.decide(request, set) instanceof Decision.Denied denied) {
            refuse(check, denied, request, set, call);
        } else if (explainsAllowed) {
            String id = call.facts().requestId();
            decisions.keep(
                    new Decisions.Decided(id, call.facts().now(), check.owner(), request, set));
        }
    }

    private void refuse(
            Check check,
            Decision.Denied denied,
            AccessRequest request,
            PolicySet policies,
            AuthenticatedCall call) {
        String id = decisionIds.get();
        Decisions.Decided refusal =
                new Decisions.Decided(id, call.facts().now(), check.owner(), request, policies);
        decisions.keep(refusal);
        if (mode == Mode.SOFT) {
            LOG.warn("soft mode: would refuse {} {}", id, line(refusal, denied));
            return;
        }
        if (LOG.isInfoEnabled()) {
            LOG.info("refused {} {}", id, line(refusal, denied));
        }
        throw AwsError.denied(message(check, denied, request), id);
    }

    /**
     * What the log tells. Reasons beyond the decision itself mean reading every policy again, which
     * whoever is refused often could make the server do; so they are told where they are asked for.
     */
    private String line(Decisions.Decided refusal, Decision.Denied denied) {
        return explainsAllowed
                ? refusal.explain().oneLine()
                : Explanation.headline(refusal.request(), denied);
    }

    private static String message(Check check, Decision.Denied denied, AccessRequest request) {
        if (request.principal() instanceof Principal.FederatedIdentity) {
            return "Not authorized to perform " + check.action();
        }
        String resource = resource(check);
        return tellsWhy(check, request)
                ? AccessDeniedMessage.full(
                        request.principal().arn(), check.action(), resource, denied)
                : AccessDeniedMessage.plain(request.principal().arn(), check.action(), resource);
    }

    private static @Nullable String resource(Check check) {
        if (check.shownAs() != null) {
            return check.shownAs();
        }
        return check.resource().equals("*") ? null : check.resource();
    }

    /** AWS names the policy type only within the account, and never for a role's trust policy. */
    private static boolean tellsWhy(Check check, AccessRequest request) {
        PolicySource guard = check.resourcePolicy();
        boolean trust = guard != null && guard.kind() == PolicyKind.TRUST;
        return !trust && check.owner().equals(request.principal().account());
    }
}
