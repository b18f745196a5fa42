package dev.understudy.server.trust;

import dev.understudy.analysis.trust.TrustReview;
import dev.understudy.federation.ClaimedIdentity;
import dev.understudy.federation.Proof;
import dev.understudy.policy.ConditionResult;
import dev.understudy.policy.Effect;
import dev.understudy.policy.Explanation;
import dev.understudy.policy.Hint;
import dev.understudy.policy.Mismatch;
import dev.understudy.policy.Proposal;
import dev.understudy.policy.StatementResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.TreeMap;

/**
 * Writes a report for machines, as an object with these members. They are stable: members may be
 * added, none changes its meaning. Absent is what has no value.
 *
 * <ul>
 *   <li>{@code verdict}: {@code admitted}, {@code refused} or {@code unknown}
 *   <li>{@code role}, {@code operation}, {@code caller}
 *   <li>{@code refusal}: {@code code} and {@code message} of AWS's error
 *   <li>{@code notes}: what was supposed or left out, in words
 *   <li>{@code findings}: a list of {@code check}, {@code outcome} ({@code ok}, {@code failed},
 *       {@code unknown}), {@code seen}, {@code wanted}
 *   <li>{@code claims}: {@code issuer}, {@code subject}, {@code keys} (condition keys with lists of
 *       values), {@code tags}, {@code sourceIdentity}, {@code sessionName}: claimed, which is
 *       proven only where the verdict is {@code admitted}
 *   <li>{@code decisions}, one for each action that must be allowed: {@code action}, {@code
 *       allowed}, {@code statements} of the trust policy ({@code sid}, {@code effect}, {@code
 *       line}, {@code column}, {@code matched}, {@code mismatches} other than conditions with
 *       {@code about} and {@code text}, and {@code conditions} with {@code operator}, {@code key},
 *       {@code wanted}, {@code actual}, {@code holds}, {@code clue}, {@code hint}), and {@code
 *       changes}: a list of {@code text} and {@code of} ({@code policy} or {@code request})
 *   <li>{@code warnings}: a list of {@code code}, {@code line}, {@code column}, {@code message},
 *       {@code fix}
 * </ul>
 */
public final class TrustJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TrustJson() {}

    /** The report as JSON, over several lines. */
    public static String of(TrustReport report) {
        ObjectNode out = JSON.createObjectNode();
        out.put("verdict", lower(report.verdict()));
        out.put("role", report.role()).put("operation", report.operation());
        if (!report.caller().isEmpty()) {
            out.put("caller", report.caller());
        }
        Proof.Unproven refusal = report.refusal();
        if (refusal != null) {
            out.putObject("refusal").put("code", refusal.code()).put("message", refusal.message());
        }
        texts(out.putArray("notes"), report.notes());
        ArrayNode findings = out.putArray("findings");
        report.findings()
                .forEach(one ->
                        findings.addObject()
                                .put("check", one.check())
                                .put("outcome", lower(one.outcome()))
                                .put("seen", one.seen())
                                .put("wanted", one.wanted()));
        if (report.claims() != null) {
            claims(out.putObject("claims"), report.claims());
        }
        TrustReview review = report.review();
        if (review != null) {
            ArrayNode decisions = out.putArray("decisions");
            review.explanations().forEach(one -> decision(decisions.addObject(), one));
            ArrayNode warnings = out.putArray("warnings");
            review.warnings()
                    .forEach(one ->
                            warnings.addObject()
                                    .put("code", one.code())
                                    .put("line", one.line())
                                    .put("column", one.column())
                                    .put("message", one.message())
                                    .put("fix", one.fix()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void texts(ArrayNode out, @Nullable List<String> texts) {
        if (texts != null) {
            texts.forEach(out::add);
        }
    }

    private static void claims(ObjectNode out, ClaimedIdentity claims) {
        out.put("issuer", claims.issuer()).put("subject", claims.subject());
        ObjectNode keys = out.putObject("keys");
        new TreeMap<>(claims.keys()).forEach((key, values) -> texts(keys.putArray(key), values));
        ObjectNode tags = out.putObject("tags");
        new TreeMap<>(claims.tags()).forEach(tags::put);
        if (claims.sourceIdentity() != null) {
            out.put("sourceIdentity", claims.sourceIdentity());
        }
        if (claims.sessionName() != null) {
            out.put("sessionName", claims.sessionName());
        }
    }

    private static void decision(ObjectNode out, Explanation explanation) {
        out.put("action", explanation.request().action());
        out.put("allowed", explanation.decision().allowed());
        ArrayNode statements = out.putArray("statements");
        for (StatementResult result : explanation.statements()) {
            if (result.source() == explanation.policies().resource()) {
                statement(statements.addObject(), explanation, result);
            }
        }
        ArrayNode changes = out.putArray("changes");
        if (!explanation.decision().allowed()) {
            changes(changes, "policy", TrustReview.ofPolicies(explanation));
            changes(changes, "request", TrustReview.ofRequest(explanation));
        }
    }

    private static void changes(ArrayNode out, String of, List<Proposal> proposals) {
        proposals.forEach(one -> out.addObject().put("text", one.text()).put("of", of));
    }

    private static void statement(ObjectNode out, Explanation explanation, StatementResult result) {
        if (result.statement().sid() != null) {
            out.put("sid", result.statement().sid());
        }
        out.put("effect", result.statement().effect() == Effect.DENY ? "Deny" : "Allow");
        out.put("line", result.statement().start().line());
        out.put("column", result.statement().start().column());
        out.put("matched", result.matched());
        ArrayNode mismatches = out.putArray("mismatches");
        for (Mismatch mismatch : result.mismatches()) {
            if (!mismatch.about().equals("condition")) {
                mismatches.addObject().put("about", mismatch.about()).put("text", mismatch.text());
            }
        }
        ArrayNode conditions = out.putArray("conditions");
        explanation.conditions(result).forEach(one -> condition(conditions.addObject(), one));
    }

    private static void condition(ObjectNode out, ConditionResult condition) {
        out.put("operator", condition.operator()).put("key", condition.key());
        texts(out.putArray("wanted"), condition.wanted());
        if (condition.actual() != null) {
            texts(out.putArray("actual"), condition.actual());
        }
        out.put("holds", condition.holds());
        Hint hint = condition.hint();
        if (hint != null) {
            out.put("clue", hint.clue().code()).put("hint", hint.text());
        }
    }
}
