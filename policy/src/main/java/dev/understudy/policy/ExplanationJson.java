package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Writes explanations for machines. */
final class ExplanationJson {
    private ExplanationJson() {}

    static String json(Explanation explanation) {
        AccessRequest request = explanation.request();
        List<String> members = new ArrayList<>();
        members.add(member("verdict", verdict(explanation.decision())));
        members.add(member("principal", request.principal().arn()));
        members.add(member("action", request.action()));
        members.add(member("resource", request.resource()));
        if (explanation.decision() instanceof Decision.Denied) {
            Decision.Denied denied = (Decision.Denied) explanation.decision();
            members.add(member("policyType", ExplanationText.words(denied.kind())));
            members.add(member("reason", AccessDeniedMessage.reason(request.action(), denied)));
        }
        members.add(
                list(
                        "policyTypes",
                        explanation.verdicts().stream().map(ExplanationJson::kind).toList()));
        members.add(list("deciding", results(explanation.deciding())));
        members.add(list("nearMisses", results(explanation.nearMisses())));
        members.add(list("statements", results(explanation.statements())));
        List<String> keys = new ArrayList<>();
        request.context()
                .forEach((key, values) ->
                        keys.add(JsonText.string(key) + ":" + JsonText.strings(values)));
        members.add("\"context\":{" + String.join(",", keys) + "}");
        return "{" + String.join(",", members) + "}";
    }

    private static String verdict(Decision decision) {
        if (decision instanceof Decision.Denied) {
            return ((Decision.Denied) decision).explicit() ? "explicitDeny" : "implicitDeny";
        }
        return "allowed";
    }

    private static String kind(KindVerdict verdict) {
        return "{"
                + member("type", ExplanationText.words(verdict.kind()))
                + ","
                + member("says", verdict.verdict().text())
                + ",\"documents\":"
                + verdict.documents()
                + "}";
    }

    private static List<String> results(List<StatementResult> results) {
        return results.stream().map(ExplanationJson::result).toList();
    }

    private static String result(StatementResult result) {
        Statement statement = result.statement();
        return "{"
                + member("policy", result.source().name())
                + ","
                + member("type", ExplanationText.words(result.source().kind()))
                + ","
                + nullable("sid", statement.sid())
                + member("effect", statement.effect().text())
                + ",\"line\":"
                + statement.start().line()
                + ",\"column\":"
                + statement.start().column()
                + ",\"matched\":"
                + result.matched()
                + ",\"mismatches\":"
                + JsonText.strings(result.mismatches().stream().map(Mismatch::text).toList())
                + ","
                + member("text", statement.text())
                + "}";
    }

    private static String nullable(String name, @Nullable String value) {
        return value == null ? "" : member(name, value) + ",";
    }

    private static String member(String name, String value) {
        return JsonText.string(name) + ":" + JsonText.string(value);
    }

    private static String list(String name, List<String> items) {
        return JsonText.string(name) + ":[" + String.join(",", items) + "]";
    }
}
