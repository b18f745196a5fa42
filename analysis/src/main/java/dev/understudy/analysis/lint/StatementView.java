package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A statement, whatever its form; what is of no use where it stands is left out. */
final class StatementView {
    private final PolicyView policy;
    private final int index;
    private final JsonObject json;
    private final List<ConditionView> conditions = new ArrayList<>();
    private final List<PrincipalView> principals = new ArrayList<>();

    StatementView(PolicyView policy, int index, JsonObject json) {
        this.policy = policy;
        this.index = index;
        this.json = json;
        readConditions();
        readPrincipals();
    }

    private void readConditions() {
        if (!(json.get("Condition") instanceof JsonObject block)) {
            return;
        }
        for (Member operator : block.members()) {
            if (operator.value() instanceof JsonObject keys) {
                OperatorName name = OperatorName.of(operator.name());
                for (Member key : keys.members()) {
                    conditions.add(new ConditionView(this, operator, name, keys, key));
                }
            }
        }
    }

    private void readPrincipals() {
        Json value = json.get(namesPrincipalNot() ? "NotPrincipal" : "Principal");
        if (value instanceof JsonString star) {
            principals.add(new PrincipalView("*", star, null));
        } else if (value instanceof JsonObject types) {
            for (Member type : types.members()) {
                for (Json item : items(type.value())) {
                    if (item instanceof JsonString name) {
                        principals.add(new PrincipalView(type.name(), name, type.value()));
                    }
                }
            }
        }
    }

    /** The items of an array, or the one value that stands for a list of one. */
    static List<Json> items(Json value) {
        return value instanceof JsonArray array ? array.items() : List.of(value);
    }

    PolicyView policy() {
        return policy;
    }

    /** From 0. */
    int index() {
        return index;
    }

    JsonObject json() {
        return json;
    }

    @Nullable String sid() {
        return json.get("Sid") instanceof JsonString sid ? sid.value() : null;
    }

    boolean has(String element) {
        return json.get(element) != null;
    }

    boolean allows() {
        return json.get("Effect") instanceof JsonString effect && effect.value().equals("Allow");
    }

    boolean denies() {
        return json.get("Effect") instanceof JsonString effect && effect.value().equals("Deny");
    }

    boolean namesPrincipalNot() {
        return has("NotPrincipal");
    }

    boolean notAction() {
        return has("NotAction");
    }

    boolean notResource() {
        return has("NotResource");
    }

    /** Those of Action or NotAction. */
    List<JsonString> actions() {
        return strings(notAction() ? "NotAction" : "Action");
    }

    /** Those of Resource or NotResource. */
    List<JsonString> resources() {
        return strings(notResource() ? "NotResource" : "Resource");
    }

    /** The strings of an element that is a string or a list of strings. */
    List<JsonString> strings(String element) {
        Json value = json.get(element);
        List<JsonString> strings = new ArrayList<>();
        if (value != null) {
            for (Json item : items(value)) {
                if (item instanceof JsonString string) {
                    strings.add(string);
                }
            }
        }
        return strings;
    }

    List<ConditionView> conditions() {
        return conditions;
    }

    /** Those of Principal or NotPrincipal. */
    List<PrincipalView> principals() {
        return principals;
    }

    /** Whether a condition asks for one of these keys, which are in lower case. */
    boolean asksFor(String... lowerKeys) {
        for (String wanted : lowerKeys) {
            if (conditions.stream().anyMatch(condition -> condition.lowerKey().equals(wanted))) {
                return true;
            }
        }
        return false;
    }

    /** The opening bracket. */
    Span opening() {
        return Span.ofOpening(json);
    }

    /** The name of an element, or the opening bracket if there is none. */
    Span nameOf(String element) {
        Member member = json.member(element);
        return member == null ? opening() : Span.ofName(member);
    }
}
