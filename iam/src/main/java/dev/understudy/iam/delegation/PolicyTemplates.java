package dev.understudy.iam.delegation;

import dev.understudy.directory.Account;
import dev.understudy.directory.DelegationRequest.Parameter;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates that requests are made from. AWS registers them by hand, with partners it knows,
 * and publishes none; here the asking account's customer managed policies are its templates, in
 * their default versions. As in AWS's, <code>@{name}</code> stands for a value; AWS's conditional
 * statements are not known.
 */
final class PolicyTemplates {
    /** In characters, as AWS documents. */
    private static final int LONGEST = 2_048;

    private static final String LIST = "stringList";
    private static final Pattern PLACEHOLDER = Pattern.compile("(\"?)@\\{([^{}\"]+)}(\"?)");
    private static final JsonMapper JSON = new JsonMapper();

    private PolicyTemplates() {}

    /** The policy that the template becomes with these values, or InvalidInput. */
    static PolicyDocument render(Account requestor, String arn, List<Parameter> parameters) {
        ManagedPolicy template = requestor.policy(arn);
        if (template == null) {
            throw InvalidInput.because("Policy template " + arn + " does not exist.");
        }
        String text = filled(template.defaultDocument().text(), byName(parameters));
        return switch (PolicyReader.readInline(text)) {
            case PolicyReading.Valid valid -> fitting(valid.document());
            case PolicyReading.Invalid invalid ->
                    throw InvalidInput.because(
                            "The policy template does not become a policy: " + invalid.message());
        };
    }

    private static PolicyDocument fitting(PolicyDocument document) {
        if (document.size() > LONGEST) {
            throw InvalidInput.because(
                    "The rendered policy exceeds the limit of " + LONGEST + " characters.");
        }
        return document;
    }

    private static Map<String, Parameter> byName(List<Parameter> parameters) {
        Map<String, Parameter> byName = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw InvalidInput.because("Duplicate policy parameter " + parameter.name() + ".");
            }
        }
        return byName;
    }

    private static String filled(String template, Map<String, Parameter> values) {
        Set<String> used = new HashSet<>();
        String text =
                PLACEHOLDER
                        .matcher(template)
                        .replaceAll(match -> {
                            Parameter parameter = values.get(match.group(2));
                            if (parameter == null) {
                                throw InvalidInput.because(
                                        "Missing policy parameter " + match.group(2) + ".");
                            }
                            used.add(parameter.name());
                            return Matcher.quoteReplacement(
                                    value(parameter, match.group(1), match.group(3)));
                        });
        for (String name : values.keySet()) {
            if (!used.contains(name)) {
                throw InvalidInput.because("Unknown policy parameter " + name + ".");
            }
        }
        return text;
    }

    /** Values are text and stay text: whatever they hold is escaped as JSON wants it. */
    private static String value(Parameter parameter, String before, String after) {
        if (parameter.type().equalsIgnoreCase(LIST)) {
            if (before.isEmpty() || after.isEmpty()) {
                throw InvalidInput.because(
                        "Policy parameter " + parameter.name() + " is a list within a text.");
            }
            return JSON.writeValueAsString(parameter.values());
        }
        if (parameter.values().size() != 1) {
            throw InvalidInput.because(
                    "Policy parameter " + parameter.name() + " must have one value.");
        }
        String quoted = JSON.writeValueAsString(parameter.values().getFirst());
        return before + quoted.substring(1, quoted.length() - 1) + after;
    }
}
