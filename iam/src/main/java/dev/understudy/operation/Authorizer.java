package dev.understudy.operation;

import dev.understudy.directory.Account;
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
                Caller caller = call.caller();
                for (Check check : permission.checks()) {
                    decide(check, caller, call);
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

    private void decide(Check check, Caller caller, AuthenticatedCall call) {
        if (caller.principal() instanceof Principal.ServicePrincipal service) {
            decideForService(check, service, caller, call);
            return;
        }
        Account account = call.account();
        lastAccess.record(caller, check.action(), call.region(), call.now());
        RequestContext.Builder keys = RequestContext.builder();
        operationKeys(keys, check);
        RequestKeys.caller(keys, caller, call.facts());
        if (check.multiFactor()) {
            RequestKeys.multiFactorNow(keys);
        }
        RequestKeys.environment(keys, call.facts(), check);
        PolicySet.Builder policies = PrincipalPolicies.of(caller, account, check.granted());
        OrganizationLimits.ofCaller(keys, policies, caller, call);
        OrganizationLimits.ofResource(keys, policies, check, caller, call);
        decide(check, caller.principal(), keys.build(), policies, call);
    }

    /** A service has no policies of its own: what it acts on alone says. */
    private void decideForService(
            Check check,
            Principal.ServicePrincipal service,
            Caller caller,
            AuthenticatedCall call) {
        ServiceSource source =
                Objects.requireNonNull(call.facts().source(), "a service states its source");
        RequestContext.Builder keys = RequestContext.builder();
        operationKeys(keys, check);
        RequestKeys.service(keys, service.name(), source);
        OrganizationLimits.ofSource(keys, source, call);
        RequestKeys.environment(keys, call.facts(), check);
        PolicySet.Builder policies = PolicySet.builder();
        OrganizationLimits.ofResource(keys, policies, check, caller, call);
        decide(check, service, keys.build(), policies, call);
    }

    private void decideOutside(
            Check check, Access.OutsideIdentity outside, AuthenticatedCall call) {
        decide(check, outside(check, outside, call), call);
    }

    /** What is decided: a request, and all policies that apply to it. */
    private record Question(AccessRequest request, PolicySet policies) {}

    /**
     * Whether {@link #authorize} would let it pass, in strict mode. Nothing is logged, noted or
     * kept of it.
     */
    static boolean wouldAdmit(Access.OutsideIdentity outside, AuthenticatedCall call) {
        for (Check check : outside.checks()) {
            Question question = outside(check, outside, call);
            if (Evaluator.decide(question.request(), question.policies())
                    instanceof Decision.Denied) {
                return false;
            }
        }
        return true;
    }

    private static Question outside(
            Check check, Access.OutsideIdentity outside, AuthenticatedCall call) {
        RequestContext.Builder keys = RequestContext.builder();
        operationKeys(keys, check);
        outside.identity().keys().forEach((key, values) -> RequestKeys.put(keys, key, values));
        RequestKeys.environment(keys, call.facts(), check);
        PolicySet.Builder policies = PolicySet.builder();
        OrganizationLimits.ofResource(keys, policies, check, null, call);
        Principal principal = new Principal.FederatedIdentity(outside.identity().provider());
        return question(check, principal, keys.build(), policies);
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

    private void decide(
            Check check,
            Principal principal,
            RequestContext context,
            PolicySet.Builder policies,
            AuthenticatedCall call) {
        decide(check, question(check, principal, context, policies), call);
    }

    private void decide(Check check, Question question, AuthenticatedCall call) {
        AccessRequest request = question.request();
        PolicySet set = question.policies();
        if (Evaluator.decide(request, set) instanceof Decision.Denied denied) {
            refuse(check, denied, request, set, call);
        } else if (explainsAllowed) {
            String id = call.facts().requestId();
            decisions.keep(
                    new Decisions.Decided(id, call.facts().now(), check.owner(), request, set));
        }
    }

    private static Question question(
            Check check, Principal principal, RequestContext context, PolicySet.Builder policies) {
        PolicySource guard = check.resourcePolicy();
        if (guard != null) {
            policies.resource(guard).resourcePolicyRequired(true);
        }
        AccessRequest request =
                new AccessRequest(
                        principal, check.action(), check.resource(), check.owner(), context);
        return new Question(request, policies.build());
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
