package dev.understudy.server.trust;

import dev.understudy.analysis.trust.TrustReview;
import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.ClaimedIdentity;
import dev.understudy.federation.Examination;
import dev.understudy.federation.Finding;
import dev.understudy.federation.IdTokenVerifier;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.SamlTrust;
import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.server.check.Question;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the verifiers of the server, and the evaluator, what would come of a call, and keeps all
 * that they say.
 */
final class TrustDebugger {
    private static final String WEB = "AssumeRoleWithWebIdentity";
    private static final String SAML = "AssumeRoleWithSAML";

    private final TrustWorld world;
    private final String role;
    private final Map<String, List<String>> context;
    private final Instant now;

    /** Asks of this role at this time, with more condition keys of the call. */
    TrustDebugger(TrustWorld world, String role, Map<String, List<String>> context, Instant now) {
        this.world = world;
        this.role = role;
        this.context = context;
        this.now = now;
    }

    TrustReport token(String token, String sessionName) {
        Examination examined =
                new IdTokenVerifier(world.keys()).examine(token, world.providers(), now);
        return outside(WEB, examined, sessionName);
    }

    TrustReport response(String base64) {
        SamlTrust trust = world.saml();
        if (trust == null) {
            Finding missing =
                    new Finding(
                            "provider",
                            Finding.Outcome.FAILED,
                            "none",
                            "a SAML provider of the role's account",
                            Proof.invalid("Specified provider doesn't exist."));
            return new TrustReport(
                    role, SAML, "", List.of(missing), null, null, world.notes(), false);
        }
        Examination examined =
                new SamlResponseVerifier(AssertionConsumers.aws(), false)
                        .examine(base64, trust, role, now);
        return outside(SAML, examined, null);
    }

    private TrustReport outside(
            String operation, Examination examined, @Nullable String sessionName) {
        List<Finding> findings =
                examined.findings().stream()
                        .map(one -> {
                            String reason = world.supposed().get(one.check());
                            return reason == null ? one : one.supposed(reason);
                        })
                        .toList();
        ClaimedIdentity claims = examined.claims();
        TrustReview review = claims == null ? null : review(operation, claims, sessionName);
        String caller = claims == null ? "" : claims.provider();
        List<String> notes = new ArrayList<>(world.notes());
        if (operation.equals(SAML)) {
            notes.add("whether the assertion was used before is not looked at: it is good once");
        }
        if (review != null && isFailed(findings, "audience") && asksAudience(review)) {
            notes.add(
                    "the trust policy takes this audience, but the provider's client ids come"
                            + " first: add-client-id-to-open-id-connect-provider registers it");
        }
        return new TrustReport(role, operation, caller, findings, claims, review, notes, false);
    }

    private static boolean isFailed(List<Finding> findings, String check) {
        return findings.stream()
                .anyMatch(one ->
                        one.check().equals(check) && one.outcome() == Finding.Outcome.FAILED);
    }

    /** Whether a condition on the audience of an id token holds. */
    private static boolean asksAudience(TrustReview review) {
        Explanation first = review.explanations().getFirst();
        return first.statements().stream()
                .flatMap(statement -> first.conditions(statement).stream())
                .anyMatch(one ->
                        one.holds() && one.key().endsWith(":aud") && !one.key().equals("saml:aud"));
    }

    private TrustReview review(
            String operation, ClaimedIdentity claims, @Nullable String sessionName) {
        Map<String, List<String>> keys = new LinkedHashMap<>(claims.keys());
        TrustCall call =
                new TrustCall(
                        sessionName == null ? claims.sessionName() : sessionName,
                        null,
                        claims.sourceIdentity(),
                        claims.tags());
        keys.putAll(call.keys(world.roleTags()));
        PolicySet policies =
                PolicySet.builder().resource(world.trust()).resourcePolicyRequired(true).build();
        Principal who = new Principal.FederatedIdentity(claims.provider());
        return TrustReview.of(
                requests(operation, call, who, keys, Map.of()), policies, world.trust());
    }

    /**
     * A call of AssumeRole.
     *
     * @param identity the caller's own policies; null if they are not known
     */
    TrustReport signed(
            Principal who,
            TrustCall call,
            Map<String, String> callerTags,
            PolicySet.@Nullable Builder identity) {
        Map<String, List<String>> keys = new LinkedHashMap<>(call.keys(world.roleTags()));
        List<AccessRequest> requests = requests("AssumeRole", call, who, keys, callerTags);
        List<String> notes = new ArrayList<>(world.notes());
        if (who instanceof Principal.RootUser) {
            Finding root =
                    new Finding(
                            "caller",
                            Finding.Outcome.FAILED,
                            who.arn(),
                            "a user, a role session or a service",
                            new Proof.Unproven(
                                    "AccessDenied", "Roles may not be assumed by root accounts."));
            return new TrustReport(
                    role, "AssumeRole", who.arn(), List.of(root), null, null, notes, false);
        }
        PolicySet known = guarded(identity == null ? PolicySet.builder() : identity);
        boolean alone = requests.stream().allMatch(one -> Evaluator.decide(one, known).allowed());
        boolean supposed = identity == null && !alone && who.account() != null;
        if (supposed) {
            notes.add(
                    "the caller's own policies are not known, and are taken to allow it: give them"
                            + " with --policy");
        }
        TrustReview review =
                TrustReview.of(requests, supposed ? guarded(everything()) : known, world.trust());
        return new TrustReport(
                role, "AssumeRole", who.arn(), List.of(), null, review, notes, supposed);
    }

    private PolicySet guarded(PolicySet.Builder policies) {
        return policies.resource(world.trust()).resourcePolicyRequired(true).build();
    }

    private static PolicySet.Builder everything() {
        PolicyDocument all =
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                                + "\"Action\":\"sts:*\",\"Resource\":\"*\"}}");
        return PolicySet.builder()
                .identity(
                        List.of(
                                new PolicySource(
                                        "supposed policy of the caller",
                                        PolicyKind.IDENTITY,
                                        all)));
    }

    private List<AccessRequest> requests(
            String operation,
            TrustCall call,
            Principal who,
            Map<String, List<String>> keys,
            Map<String, String> callerTags) {
        keys.putAll(context);
        List<String> actions = new ArrayList<>(List.of("sts:" + operation));
        if (!call.tags().isEmpty()) {
            actions.add("sts:TagSession");
        }
        if (call.sourceIdentity() != null) {
            actions.add("sts:SetSourceIdentity");
        }
        return actions.stream()
                .map(action ->
                        new Question(who.arn(), action, role, null, keys)
                                .request(who, callerTags, now))
                .toList();
    }
}
