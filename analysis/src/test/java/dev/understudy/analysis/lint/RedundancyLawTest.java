package dev.understudy.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is reported as redundant or unreachable can go: over generated policies and requests no
 * decision changes, whether each goes alone or all of them together.
 */
class RedundancyLawTest {
    private static final int POLICIES = Integer.getInteger("understudy.worlds", 3_000);
    private static final AccountId OWN = AccountId.of("111122223333");
    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "sqs:SendMessage");
    private static final List<String> ACTION_PATTERNS =
            List.of(
                    "*",
                    "s3:*",
                    "S3:get*",
                    "s3:?etObject",
                    "s3:GetObject",
                    "sqs:Send*",
                    "s3:PutObject",
                    "*:Get*",
                    "s3:*Object");
    private static final List<String> RESOURCES =
            List.of(
                    "arn:aws:s3:::b/alice/k",
                    "arn:aws:s3:::b/x:y",
                    "arn:aws:sqs:eu:111122223333:q",
                    "*");
    private static final List<String> RESOURCE_PATTERNS =
            List.of(
                    "*",
                    "**",
                    "arn:aws:s3:::b/*",
                    "arn:aws:s3:::b/alice/*",
                    "arn:aws:s3:::b/${aws:username}/*",
                    "arn:aws:s3:::b/${missing}/*",
                    "arn:aws:s3:::b/${missing, 'alice'}/*",
                    "arn:aws:sqs:*:111122223333:?",
                    "arn:aws:s3:::b/x:*",
                    "arn:aws:*:*:*:*",
                    "arn:aws:sqs:eu",
                    "arn:aws:s3:::b/${*}");
    private static final List<String> PRINCIPALS =
            List.of(
                    "\"*\"",
                    "{\"AWS\":\"*\"}",
                    "{\"AWS\":\"111122223333\"}",
                    "{\"AWS\":\"arn:aws:iam::111122223333:user/a\"}",
                    "{\"AWS\":[\"111122223333\",\"arn:aws:iam::111122223333:user/a\"]}",
                    "{\"Service\":\"x.amazonaws.com\"}");
    private static final List<String> CONDITIONS =
            List.of(
                    "{\"StringEquals\":{\"aws:username\":\"alice\"}}",
                    "{\"StringEquals\":{\"AWS:username\":[\"alice\"]}}",
                    "{\"StringEquals\":{\"aws:username\":\"alice\"},\"NumericEquals\":{\"k:n\":\"5\"}}",
                    "{\"StringNotEquals\":{\"aws:username\":\"alice\"}}");
    private static final List<Principal> CALLERS =
            List.of(
                    new Principal.IamUser(OWN, "arn:aws:iam::111122223333:user/a", "AIDAA"),
                    new Principal.RootUser("aws", OWN),
                    new Principal.ServicePrincipal("x.amazonaws.com"),
                    new Principal.Anonymous());

    private Random random = new Random(0);

    /** Whether the policies are a resource's, with principals. */
    private boolean resource;

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String list(List<String> from) {
        List<String> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            some.add('"' + pick(from) + '"');
        }
        return "[" + String.join(",", some) + "]";
    }

    private String policy() {
        List<String> statements = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String not = random.nextInt(6) == 0 ? "Not" : "";
            String notResource = random.nextInt(6) == 0 ? "Not" : "";
            String principal = random.nextInt(8) == 0 ? "\"NotPrincipal\":" : "\"Principal\":";
            statements.add(
                    "{\"Effect\":\""
                            + (random.nextInt(3) == 0 ? "Deny" : "Allow")
                            + "\","
                            + (resource ? principal + pick(PRINCIPALS) + ',' : "")
                            + '"'
                            + not
                            + "Action\":"
                            + list(ACTION_PATTERNS)
                            + ",\""
                            + notResource
                            + "Resource\":"
                            + list(RESOURCE_PATTERNS)
                            + (random.nextInt(3) == 0 ? ",\"Condition\":" + pick(CONDITIONS) : "")
                            + '}');
        }
        String version = random.nextInt(5) == 0 ? "2008-10-17" : "2012-10-17";
        return "{\"Version\":\""
                + version
                + "\",\"Statement\":["
                + String.join(",", statements)
                + "]}";
    }

    private List<AccessRequest> requests() {
        List<AccessRequest> requests = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            RequestContext.Builder context = RequestContext.builder();
            if (random.nextBoolean()) {
                context.put("aws:username", pick(List.of("alice", "*", "x")));
            }
            if (random.nextBoolean()) {
                context.put("k:n", pick(List.of("5", "7")));
            }
            Principal caller = resource ? pick(CALLERS) : CALLERS.getFirst();
            requests.add(
                    new AccessRequest(
                            caller, pick(ACTIONS), pick(RESOURCES), OWN, context.build()));
        }
        return requests;
    }

    private List<Boolean> decisions(String policy, List<AccessRequest> requests) {
        PolicyDocument document = PolicyDocument.parse(policy);
        PolicyKind kind = resource ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
        PolicySource source = new PolicySource("p", kind, document);
        PolicySet.Builder set = PolicySet.builder();
        PolicySet policies =
                (resource ? set.resource(source) : set.identity(List.of(source))).build();
        return requests.stream()
                .map(request -> Evaluator.decide(request, policies).allowed())
                .toList();
    }

    @Test
    void whatIsRedundantCanGo() {
        Set<Issue> seen = new TreeSet<>();
        for (long seed = 0; seed < POLICIES; seed++) {
            random = new Random(seed);
            resource = random.nextBoolean();
            check(seed, seen);
        }
        // A generator that never brings one about would prove nothing.
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        Issue.REDUNDANT_ACTION,
                        Issue.REDUNDANT_RESOURCE,
                        Issue.REDUNDANT_STATEMENT,
                        Issue.UNREACHABLE_STATEMENT);
    }

    private void check(long seed, Set<Issue> seen) {
        String policy = policy();
        List<AccessRequest> requests = requests();
        List<Finding> redundant = new ArrayList<>();
        for (Finding f :
                Linter.lint(policy, resource ? PolicyKind.RESOURCE : PolicyKind.IDENTITY)) {
            boolean asked =
                    f.code().startsWith("REDUNDANT_") || f.issue() == Issue.UNREACHABLE_STATEMENT;
            Finding removal = asked ? withRemoval(f, policy) : null;
            if (removal != null) {
                redundant.add(removal);
                seen.add(f.issue());
            }
        }
        for (Finding one : redundant) {
            same(seed, policy, Fixes.apply(policy, List.of(one)), requests);
        }
        if (!redundant.isEmpty()) {
            same(seed, policy, Fixes.apply(policy, redundant), requests);
        }
    }

    /** An unreachable statement has no edit, because a person must choose; here it goes. */
    private static @org.jspecify.annotations.Nullable Finding withRemoval(
            Finding f, String policy) {
        if (f.issue() != Issue.UNREACHABLE_STATEMENT) {
            return f.edit() == null ? null : f;
        }
        int start = f.start().offset();
        int end = policy.indexOf("},{", start);
        boolean last = end < 0;
        if (last && policy.charAt(start - 1) != ',') {
            return null;
        }
        Edit edit =
                last ? new Edit(start - 1, policy.length() - 2, "") : new Edit(start, end + 2, "");
        return new Finding(
                f.issue(), f.message(), f.start(), f.end(), f.statement(), f.sid(), f.fix(), edit);
    }

    private void same(long seed, String before, String after, List<AccessRequest> requests) {
        assertThat(decisions(after, requests))
                .as("seed %d\n%s\n%s", seed, before, after)
                .isEqualTo(decisions(before, requests));
    }
}
