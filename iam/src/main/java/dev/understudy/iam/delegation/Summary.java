package dev.understudy.iam.delegation;

import dev.understudy.directory.DelegationRequest;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a request asks for, in sentences: one about the request, one for each statement. */
final class Summary {
    private Summary() {}

    static String of(Requests.Found found) {
        DelegationRequest request = found.request();
        String name = request.requestorName();
        StringBuilder text = new StringBuilder("Account ").append(found.requestor().digits());
        if (name != null) {
            text.append(" (").append(name).append(')');
        }
        text.append(" asks for temporary access for ")
                .append(duration(request.sessionDuration()))
                .append('.');
        for (JsonNode statement : Statements.of(request.permissionPolicy())) {
            text.append(' ').append(sentence(statement));
        }
        return text.toString();
    }

    private static String duration(int seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        List<String> parts = new ArrayList<>();
        count(parts, duration.toHours(), "hour");
        count(parts, duration.toMinutesPart(), "minute");
        count(parts, duration.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    private static void count(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    private static String sentence(JsonNode statement) {
        String verb = statement.path("Effect").asString("").equals("Allow") ? "allows" : "denies";
        boolean conditions = !statement.path("Condition").isEmpty();
        return "It "
                + verb
                + " "
                + part(statement, "Action", "every action")
                + " on "
                + part(statement, "Resource", "every resource")
                + (conditions ? ", under conditions." : ".");
    }

    private static String part(JsonNode statement, String element, String everything) {
        boolean negated = statement.has("Not" + element);
        List<String> values =
                Statements.each(statement.path(negated ? "Not" + element : element)).stream()
                        .map(value -> value.asString(""))
                        .toList();
        String listed = String.join(", ", values);
        if (negated) {
            return everything + " but " + listed;
        }
        return values.equals(List.of("*")) ? everything : listed;
    }
}
