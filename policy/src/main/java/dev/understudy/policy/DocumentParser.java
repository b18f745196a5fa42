package dev.understudy.policy;

import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonBoolean;
import dev.understudy.policy.Json.JsonNumber;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document's structure, reporting every problem with its place, and compiles its
 * statements.
 */
final class DocumentParser {
    static final String CURRENT = "2012-10-17";
    static final String FIRST = "2008-10-17";

    /** Nobody mends more at once, and finding a place costs the text's length. */
    private static final int MOST_PROBLEMS = 50;

    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private boolean variables;

    private DocumentParser(String text) {
        this.text = text;
    }

    /**
     * What a text holds.
     *
     * @param version null if none is given
     * @param id null if none is given
     * @param statements in order; not to be relied on if there are problems
     * @param json whether the text is JSON at all
     */
    record Parsed(
            String text,
            @Nullable String version,
            @Nullable String id,
            List<Statement> statements,
            boolean json,
            List<Problem> problems) {

        /** The document, compiled; null if there are problems. */
        @Nullable PolicyDocument document() {
            return problems.isEmpty()
                    ? new PolicyDocument(text, version, id, Rules.of(statements), false)
                    : null;
        }
    }

    static Parsed parse(String text) {
        DocumentParser parser = new DocumentParser(text);
        try {
            return parser.document(JsonParser.parse(text));
        } catch (JsonParser.Malformed malformed) {
            String message = malformed.getMessage();
            parser.problem(malformed.offset(), message == null ? "malformed" : message);
            return new Parsed(text, null, null, List.of(), false, parser.problems);
        }
    }

    private Parsed document(Json json) {
        if (!(json instanceof JsonObject)) {
            problem(json.start(), "the document is not an object");
            return new Parsed(text, null, null, List.of(), true, problems);
        }
        JsonObject top = (JsonObject) json;
        requireKnown(top, PolicyVocabulary.DOCUMENT);
        String version = optionalText(top, "Version");
        if (version != null && !version.equals(CURRENT) && !version.equals(FIRST)) {
            problem(top.start(), "`" + version + "` is no version of the policy language");
        }
        variables = CURRENT.equals(version);
        String id = optionalText(top, "Id");
        return new Parsed(text, version, id, statements(top), true, problems);
    }

    private List<Statement> statements(JsonObject top) {
        Json json = top.get("Statement");
        List<Statement> statements = new ArrayList<>();
        if (json instanceof JsonObject) {
            add(statements, json);
        } else if (json instanceof JsonArray && !((JsonArray) json).items().isEmpty()) {
            ((JsonArray) json).items().forEach(item -> add(statements, item));
        } else {
            problem(json == null ? top.start() : json.start(), "a statement is missing");
        }
        return statements;
    }

    private void add(List<Statement> statements, Json json) {
        if (json instanceof JsonObject) {
            statements.add(statement((JsonObject) json));
        } else {
            problem(json.start(), "a statement is not an object");
        }
    }

    private Statement statement(JsonObject json) {
        requireKnown(json, PolicyVocabulary.STATEMENT);
        Effect effect = effect(json);
        List<Condition> conditions = conditions(json);
        return new Statement(
                optionalText(json, "Sid"),
                effect,
                String.valueOf(optionalText(json, "Effect")),
                text,
                json.start(),
                json.end(),
                principal(json),
                action(json),
                resource(json, effect),
                conditions);
    }

    private Effect effect(JsonObject json) {
        String effect = optionalText(json, "Effect");
        if (effect != null && Ascii.lower(effect).equals("allow")) {
            return Effect.ALLOW;
        }
        if (effect == null || !Ascii.lower(effect).equals("deny")) {
            problem(json.start(), "`Effect` must be `Allow` or `Deny`");
        }
        return Effect.DENY;
    }

    private ActionMatcher action(JsonObject json) {
        String name = oneOf(json, "Action", "NotAction");
        List<String> actions = name == null ? List.of() : texts(json, name);
        return new ActionMatcher(actions, "NotAction".equals(name));
    }

    private @Nullable ResourceMatcher resource(JsonObject json, Effect effect) {
        String name = oneOf(json, "Resource", "NotResource");
        return name == null
                ? null
                : new ResourceMatcher(
                        texts(json, name), name.equals("NotResource"), effect, variables);
    }

    private @Nullable PrincipalMatcher principal(JsonObject json) {
        String name = oneOf(json, "Principal", "NotPrincipal");
        Json value = name == null ? null : json.get(name);
        if (value == null) {
            return null;
        }
        List<PrincipalElement> elements = new ArrayList<>();
        if (value instanceof JsonObject) {
            JsonObject types = (JsonObject) value;
            requireKnown(types, PolicyVocabulary.PRINCIPALS);
            types.members().forEach(member -> principals(member, elements));
        } else if (value instanceof JsonString && ((JsonString) value).value().equals("*")) {
            elements.add(new PrincipalElement("AWS", "*", value.start(), value.end()));
        } else {
            problem(value.start(), "a principal is `*` or an object");
        }
        return new PrincipalMatcher(elements, "NotPrincipal".equals(name));
    }

    private void principals(Member member, List<PrincipalElement> elements) {
        for (Json item : items(member.value())) {
            if (item instanceof JsonString) {
                String value = ((JsonString) item).value();
                elements.add(new PrincipalElement(member.name(), value, item.start(), item.end()));
            } else {
                problem(item.start(), "a principal is not a string");
            }
        }
    }

    private List<Condition> conditions(JsonObject json) {
        List<Condition> conditions = new ArrayList<>();
        Json block = json.get("Condition");
        if (block == null) {
            return conditions;
        }
        if (!(block instanceof JsonObject)) {
            problem(block.start(), "`Condition` is not an object");
            return conditions;
        }
        for (Member operator : ((JsonObject) block).members()) {
            if (operator.value() instanceof JsonObject) {
                ((JsonObject) operator.value())
                        .members()
                        .forEach(key -> condition(operator, key, conditions));
            } else {
                problem(operator.value().start(), "`" + operator.name() + "` is not an object");
            }
        }
        return conditions;
    }

    private void condition(Member operator, Member key, List<Condition> conditions) {
        List<String> values = new ArrayList<>();
        for (Json item : items(key.value())) {
            if (item instanceof JsonString) {
                values.add(((JsonString) item).value());
            } else if (item instanceof JsonNumber) {
                values.add(((JsonNumber) item).text());
            } else if (item instanceof JsonBoolean) {
                values.add(Boolean.toString(((JsonBoolean) item).value()));
            } else {
                problem(item.start(), "a condition value is not a string, number or boolean");
            }
        }
        Condition condition = Condition.of(operator.name(), key.name(), values, variables);
        if (condition == null) {
            problem(operator.start(), "`" + operator.name() + "` is no condition operator");
        } else {
            conditions.add(condition);
        }
    }

    private List<String> texts(JsonObject json, String name) {
        List<String> texts = new ArrayList<>();
        Json value = json.get(name);
        if (value == null) {
            return texts;
        }
        for (Json item : items(value)) {
            if (item instanceof JsonString) {
                texts.add(((JsonString) item).value());
            } else {
                problem(item.start(), "`" + name + "` is not a string or a list of strings");
            }
        }
        return texts;
    }

    /** The items of an array, or the one value that stands for a list of one. */
    private static List<Json> items(Json value) {
        return value instanceof JsonArray ? ((JsonArray) value).items() : List.of(value);
    }

    private @Nullable String oneOf(JsonObject json, String name, String negated) {
        boolean both = json.get(name) != null && json.get(negated) != null;
        if (both) {
            problem(json.start(), "`" + name + "` and `" + negated + "` exclude each other");
        }
        return json.get(name) != null ? name : json.get(negated) != null ? negated : null;
    }

    private @Nullable String optionalText(JsonObject json, String name) {
        Json value = json.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString) {
            return ((JsonString) value).value();
        }
        problem(value.start(), "`" + name + "` is not a string");
        return null;
    }

    private void requireKnown(JsonObject json, List<String> names) {
        for (Member member : json.members()) {
            if (!names.contains(member.name())) {
                problem(member.start(), "`" + member.name() + "` is no element here");
            }
        }
    }

    private void problem(int offset, String message) {
        if (problems.size() == MOST_PROBLEMS) {
            return;
        }
        problems.add(new Problem(Position.of(text, offset), message));
    }
}
