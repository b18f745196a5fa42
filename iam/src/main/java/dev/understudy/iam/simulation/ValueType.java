package dev.understudy.iam.simulation;

import dev.understudy.policy.AccessRequest;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Evaluator;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySet;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.Principal;
import dev.understudy.policy.RequestContext;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A type of condition values. A value is of a type if the type's operator of equality finds it
 * equal to itself, so that what is accepted here is exactly what conditions can compare.
 */
enum ValueType {
    STRING(""),
    NUMERIC("NumericEquals"),
    BOOLEAN("Bool"),
    IP("IpAddress"),
    BINARY("BinaryEquals"),
    DATE("DateEquals");

    private static final JsonMapper JSON = new JsonMapper();
    private static final AccountId NOBODY = AccountId.of("000000000000");
    private static final Principal ANYONE =
            new Principal.IamUser(NOBODY, "arn:aws:iam::000000000000:user/anyone", "");

    private final String operator;

    ValueType(String operator) {
        this.operator = operator;
    }

    /** The type of this name, one of the model's without {@code List}. */
    static ValueType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean fits(String value) {
        if (operator.isEmpty()) {
            return true;
        }
        RequestContext context = RequestContext.builder().put("a:value", value).build();
        AccessRequest request = new AccessRequest(ANYONE, "a:compare", "*", NOBODY, context);
        return Evaluator.decide(request, equalTo(value)).allowed();
    }

    /** A policy of the first version of the language, where a value has no variables. */
    private PolicySet equalTo(String value) {
        Map<String, Object> statement =
                Map.of(
                        "Effect", "Allow",
                        "Action", "*",
                        "Resource", "*",
                        "Condition", Map.of(operator, Map.of("a:value", value)));
        String text = JSON.writeValueAsString(Map.of("Statement", statement));
        PolicyDocument document = PolicyDocument.parse(text);
        return PolicySet.builder()
                .identity(List.of(new PolicySource("itself", PolicyKind.IDENTITY, document)))
                .build();
    }
}
