package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes explanations for machines, in the form that {@link Explanation} documents. */
final class ExplanationJson {
    private static final int MOST_DECIDING = 100;

    private ExplanationJson() {}

    static String json(Explanation explanation) {
        AccessRequest request = explanation.request();
        JsonObjectText out = new JsonObjectText();
        out.put("verdict", verdict(explanation.decision()))
                .put("summary", explanation.oneLine())
                .put("principal", request.principal().arn())
                .put("action", request.action())
                .put("resource", request.resource());
        AccountId owner = request.resourceAccount();
        if (owner != null) {
            out.put("resourceAccount", owner.digits());
        }
        if (explanation.decision() instanceof Decision.Denied) {
            Decision.Denied denied = (Decision.Denied) explanation.decision();
            out.put("policyType", Words.kind(denied.kind()))
                    .put("reason", AccessDeniedMessage.reason(request.action(), denied));
        }
        return out.list(
                        "policyTypes",
                        explanation.verdicts().stream().map(ExplanationJson::kind).toList())
                .list(
                        "deciding",
                        explanation.deciding().stream()
                                .limit(MOST_DECIDING)
                                .map(result -> statement(result).toString())
                                .toList())
                .list(
                        "nearMisses",
                        explanation.nearMisses().stream().map(ExplanationJson::miss).toList())
                .list(
                        "proposals",
                        explanation.changes().stream().map(ExplanationJson::proposal).toList())
                .raw("context", context(request.context()))
                .toString();
    }

    private static String context(RequestContext context) {
        Map<String, List<String>> sorted = new TreeMap<>();
        context.forEach(sorted::put);
        JsonObjectText keys = new JsonObjectText();
        sorted.forEach(keys::strings);
        return keys.toString();
    }

    private static String verdict(Decision decision) {
        if (decision instanceof Decision.Denied) {
            return ((Decision.Denied) decision).explicit() ? "explicitDeny" : "implicitDeny";
        }
        return "allowed";
    }

    private static String kind(KindVerdict verdict) {
        JsonObjectText out =
                new JsonObjectText()
                        .put("type", Words.kind(verdict.kind()))
                        .put("says", verdict.verdict().text())
                        .put("verdict", verdict.verdict().name())
                        .raw("documents", Integer.toString(verdict.documents()));
        return level(out, verdict.level()).toString();
    }

    private static JsonObjectText statement(StatementResult result) {
        Statement statement = result.statement();
        JsonObjectText out = place(new JsonObjectText(), result.source(), statement);
        String sid = statement.sid();
        if (sid != null) {
            out.put("sid", sid);
        }
        return out.put("effect", statement.effect().text()).put("text", statement.text());
    }

    private static JsonObjectText place(
            JsonObjectText out, PolicySource source, Statement statement) {
        Position start = statement.start();
        return out.put("policy", source.name())
                .put("type", Words.kind(source.kind()))
                .raw("line", Integer.toString(start.line()))
                .raw("column", Integer.toString(start.column()));
    }

    private static String miss(NearMiss miss) {
        List<String> hurdles = new ArrayList<>();
        miss.hurdles().forEach(hurdle -> hurdles.add(hurdle(hurdle)));
        return statement(miss.statement())
                .put("words", miss.words())
                .list("hurdles", hurdles)
                .toString();
    }

    private static String hurdle(Hurdle hurdle) {
        Mismatch mismatch = hurdle.mismatch();
        JsonObjectText out =
                new JsonObjectText().put("about", mismatch.about()).put("text", mismatch.text());
        if (mismatch instanceof Mismatch.FailedCondition) {
            condition(out, (Mismatch.FailedCondition) mismatch);
        }
        Hint hint = hurdle.hint();
        if (hint != null) {
            out.put("clue", hint.clue().code()).put("hint", hint.text());
        }
        return out.toString();
    }

    private static void condition(JsonObjectText out, Mismatch.FailedCondition failed) {
        out.put("operator", failed.operator())
                .put("key", failed.key())
                .strings("wanted", failed.wanted());
        List<String> actual = failed.actual();
        if (actual != null) {
            out.strings("actual", actual);
        }
    }

    private static String proposal(Proposal proposal) {
        List<String> changes = proposal.changes().stream().map(ExplanationJson::change).toList();
        return new JsonObjectText()
                .put("text", proposal.text())
                .list("changes", changes)
                .toString();
    }

    private static String change(Change change) {
        JsonObjectText out =
                new JsonObjectText().put("change", change.code()).put("text", change.text());
        if (change instanceof Change.KeySet) {
            Change.KeySet set = (Change.KeySet) change;
            out.put("key", set.key()).strings("values", set.values());
            return set.rule().isEmpty() ? out.toString() : out.put("rule", set.rule()).toString();
        }
        if (change instanceof Change.KeyRemoved) {
            return out.put("key", ((Change.KeyRemoved) change).key()).toString();
        }
        if (change instanceof Change.StatementAdded) {
            return added(out, (Change.StatementAdded) change);
        }
        if (change instanceof Change.PolicyReplaced) {
            Change.PolicyReplaced replaced = (Change.PolicyReplaced) change;
            return out.put("policy", replaced.policy().name())
                    .put("type", Words.kind(replaced.policy().kind()))
                    .put("statement", replaced.statement())
                    .toString();
        }
        return inPlace(out, change);
    }

    private static String added(JsonObjectText out, Change.StatementAdded added) {
        out.put("type", Words.kind(added.kind()));
        PolicySource policy = added.policy();
        if (policy != null) {
            out.put("policy", policy.name());
        }
        return level(out, added.level()).put("statement", added.statement()).toString();
    }

    private static String inPlace(JsonObjectText out, Change change) {
        if (change instanceof Change.StatementRemoved) {
            Change.StatementRemoved removed = (Change.StatementRemoved) change;
            return place(out, removed.policy(), at(removed.policy(), removed.index())).toString();
        }
        Change.StatementReplaced replaced = (Change.StatementReplaced) change;
        return place(out, replaced.policy(), at(replaced.policy(), replaced.index()))
                .put("statement", replaced.statement())
                .toString();
    }

    private static Statement at(PolicySource policy, int index) {
        return policy.document().statements().get(index);
    }

    private static JsonObjectText level(JsonObjectText out, int level) {
        return level == 0 ? out : out.raw("level", Integer.toString(level));
    }

    /** An object while it is written. */
    private static final class JsonObjectText {
        private final StringBuilder text = new StringBuilder("{");

        JsonObjectText put(String name, @Nullable String value) {
            return value == null ? this : raw(name, JsonText.string(value));
        }

        JsonObjectText strings(String name, List<String> values) {
            return raw(name, JsonText.strings(values));
        }

        JsonObjectText list(String name, List<String> items) {
            return raw(name, "[" + String.join(",", items) + "]");
        }

        JsonObjectText raw(String name, String json) {
            text.append(text.length() > 1 ? "," : "")
                    .append(JsonText.string(name))
                    .append(':')
                    .append(json);
            return this;
        }

        @Override
        public String toString() {
            return text + "}";
        }
    }
}
