package dev.understudy.policy.reference;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain evaluator: slow, flat, read from top to bottom, written from AWS's documentation and
 * sharing nothing with the fast one. It takes documents as JSON and a world of plain values, and
 * says {@code allowed}, {@code explicit KIND} or {@code implicit KIND}. It knows the operators on
 * strings, numbers, booleans and ARNs, sets, and presence; dates and addresses are held against
 * data alone.
 */
public final class Reference {
    private final World world;

    private Reference(World world) {
        this.world = world;
    }

    /** A document and the kind of policy it is. */
    public record Policy(String kind, JsonNode document) {}

    /**
     * A question with all that decides it.
     *
     * @param type user, role, federated, root, service, outside or anonymous
     * @param names every way in which a resource policy can name the principal itself
     * @param roleNames the ways in which it can name its role, or the user that federated it
     * @param account empty for those without one
     */
    public record World(
            String type,
            List<String> names,
            List<String> roleNames,
            String account,
            String action,
            String resource,
            String owner,
            Map<String, List<String>> context,
            List<Policy> policies,
            boolean hasSession,
            boolean hasBoundary,
            boolean required) {}

    /** The decision. */
    public static String decide(World world) {
        return new Reference(world).decide();
    }

    private String decide() {
        for (String kind :
                List.of(
                        "SERVICE_CONTROL",
                        "RESOURCE_CONTROL",
                        "VPC_ENDPOINT",
                        "RESOURCE",
                        "TRUST",
                        "IDENTITY",
                        "BOUNDARY",
                        "SESSION")) {
            for (Policy policy : of(kind)) {
                for (JsonNode statement : statements(policy)) {
                    if (statement.get("Effect").asString().equals("Deny")
                            && matches(policy, statement)
                            && denyNames(kind, statement)) {
                        return "explicit " + kind;
                    }
                }
            }
        }
        boolean hasOrganization = !of("SERVICE_CONTROL").isEmpty();
        if (hasOrganization && !allows("SERVICE_CONTROL")) {
            return "implicit SERVICE_CONTROL";
        }
        String resourceKind = of("TRUST").isEmpty() ? "RESOURCE" : "TRUST";
        int strength = strength(resourceKind);
        if (world.account().isEmpty()) {
            return strength == 3 ? "allowed" : "implicit " + resourceKind;
        }
        boolean cross = !world.owner().isEmpty() && !world.owner().equals(world.account());
        if (!cross && strength == 3) {
            return "allowed";
        }
        if (!cross && strength == 0 && world.required()) {
            return "implicit " + resourceKind;
        }
        boolean identityNeeded = cross || strength < 2;
        if (identityNeeded && !world.type().equals("root") && !allows("IDENTITY")) {
            return "implicit IDENTITY";
        }
        if (world.hasBoundary() && !allows("BOUNDARY")) {
            return "implicit BOUNDARY";
        }
        if (world.hasSession() && !allows("SESSION")
                || !world.hasSession() && world.type().equals("federated")) {
            return "implicit SESSION";
        }
        return cross && strength == 0 ? "implicit " + resourceKind : "allowed";
    }

    private List<Policy> of(String kind) {
        return world.policies().stream().filter(policy -> policy.kind().equals(kind)).toList();
    }

    private boolean allows(String kind) {
        for (Policy policy : of(kind)) {
            for (JsonNode statement : statements(policy)) {
                if (statement.get("Effect").asString().equals("Allow")
                        && matches(policy, statement)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int strength(String kind) {
        int strongest = 0;
        for (Policy policy : of(kind)) {
            for (JsonNode statement : statements(policy)) {
                if (statement.get("Effect").asString().equals("Allow")
                        && matches(policy, statement)) {
                    strongest = Math.max(strongest, names(statement));
                }
            }
        }
        return strongest;
    }

    private boolean denyNames(String kind, JsonNode statement) {
        if (!kind.equals("RESOURCE") && !kind.equals("TRUST")) {
            return true;
        }
        return statement.has("NotPrincipal") && world.hasBoundary() || names(statement) > 0;
    }

    /** 3 itself, 2 its role, 1 its account, 0 not at all. */
    private int names(JsonNode statement) {
        boolean negated = statement.has("NotPrincipal");
        JsonNode principal = statement.get(negated ? "NotPrincipal" : "Principal");
        int strongest = 0;
        if (principal == null) {
            return 0;
        }
        if (principal.isString()) {
            strongest = 3;
        } else {
            for (Map.Entry<String, JsonNode> type : principal.properties()) {
                for (String value : list(type.getValue())) {
                    strongest = Math.max(strongest, names(type.getKey(), value));
                }
            }
        }
        return negated ? (strongest == 0 ? 3 : 0) : strongest;
    }

    private int names(String type, String value) {
        boolean outside = world.type().equals("service") || world.type().equals("outside");
        String fitting =
                world.type().equals("service")
                        ? "Service"
                        : world.type().equals("outside") ? "Federated" : "AWS";
        if (type.equals("AWS") && value.equals("*")) {
            return 3;
        }
        if (!type.equals(fitting)) {
            return 0;
        }
        if (!outside
                && (value.equals(world.account())
                        || value.equals("arn:aws:iam::" + world.account() + ":root"))
                && !world.account().isEmpty()) {
            return world.type().equals("root") ? 3 : 1;
        }
        return world.names().contains(value) ? 3 : world.roleNames().contains(value) ? 2 : 0;
    }

    private static List<JsonNode> statements(Policy policy) {
        JsonNode statement = policy.document().get("Statement");
        List<JsonNode> statements = new ArrayList<>();
        if (statement.isArray()) {
            statement.forEach(statements::add);
        } else {
            statements.add(statement);
        }
        return statements;
    }

    private static List<String> list(JsonNode node) {
        List<String> list = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> list.add(item.asString()));
        } else {
            list.add(node.asString());
        }
        return list;
    }

    private boolean matches(Policy policy, JsonNode statement) {
        boolean variables = policy.document().path("Version").asString("").equals("2012-10-17");
        return action(statement)
                && resource(statement, variables)
                && conditions(statement, variables);
    }

    private boolean action(JsonNode statement) {
        boolean negated = statement.has("NotAction");
        for (String pattern : list(statement.get(negated ? "NotAction" : "Action"))) {
            if (glob(
                    pattern.toLowerCase(java.util.Locale.ROOT),
                    world.action().toLowerCase(java.util.Locale.ROOT))) {
                return !negated;
            }
        }
        return negated;
    }

    private boolean resource(JsonNode statement, boolean variables) {
        boolean negated = statement.has("NotResource");
        if (!negated && !statement.has("Resource")) {
            return true;
        }
        boolean unknown = false;
        for (String pattern : list(statement.get(negated ? "NotResource" : "Resource"))) {
            String resolved = variables ? resolve(pattern) : escaped(pattern);
            if (resolved == null) {
                unknown = true;
            } else if (pattern.equals("*") || arn(resolved, world.resource())) {
                return !negated;
            }
        }
        boolean deny = statement.get("Effect").asString().equals("Deny");
        return negated && (!unknown || deny);
    }

    private boolean conditions(JsonNode statement, boolean variables) {
        if (!statement.has("Condition")) {
            return true;
        }
        for (Map.Entry<String, JsonNode> operator : statement.get("Condition").properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (!condition(operator.getKey(), key.getKey(), list(key.getValue()), variables)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<String> context(String key) {
        for (Map.Entry<String, List<String>> entry : world.context().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private boolean condition(String text, String key, List<String> wanted, boolean variables) {
        List<String> actual = context(key);
        boolean forAll = text.startsWith("ForAllValues:");
        boolean forAny = text.startsWith("ForAnyValue:");
        String operator = text.substring(text.indexOf(':') + 1);
        if (operator.equals("Null")) {
            return wanted.contains(String.valueOf(actual == null || actual.isEmpty()));
        }
        boolean ifExists = operator.endsWith("IfExists");
        operator = operator.replace("IfExists", "");
        boolean negated = operator.contains("Not");
        if (actual == null) {
            return forAll || (forAny ? ifExists : ifExists || negated);
        }
        if (negated
                && operator.startsWith("Numeric")
                && !wanted.stream().allMatch(Reference::isNumber)) {
            return false;
        }
        String positive = operator.replace("Not", "");
        java.util.function.Predicate<String> one =
                value ->
                        negated
                                != wanted.stream()
                                        .anyMatch(want -> test(positive, want, value, variables));
        return forAll || !forAny && negated
                ? actual.stream().allMatch(one)
                : actual.stream().anyMatch(one);
    }

    private boolean test(String operator, String want, String value, boolean variables) {
        String resolved = variables ? resolve(want) : escaped(want);
        String plain = variables ? plain(want) : want;
        BiPredicate<BigDecimal, BigDecimal> number =
                switch (operator) {
                    case "NumericEquals" -> (a, b) -> a.compareTo(b) == 0;
                    case "NumericLessThan" -> (a, b) -> a.compareTo(b) < 0;
                    case "NumericGreaterThanEquals" -> (a, b) -> a.compareTo(b) >= 0;
                    default -> null;
                };
        if (number != null) {
            return isNumber(want)
                    && isNumber(value)
                    && number.test(new BigDecimal(value), new BigDecimal(want));
        }
        return switch (operator) {
            case "StringEquals" -> plain != null && plain.equals(value);
            case "StringEqualsIgnoreCase" -> plain != null && plain.equalsIgnoreCase(value);
            case "StringLike" ->
                    resolved != null
                            && Pattern.compile(resolved, Pattern.DOTALL).matcher(value).matches();
            case "Bool" ->
                    plain != null
                            && plain.toLowerCase(java.util.Locale.ROOT).matches("true|false")
                            && plain.equalsIgnoreCase(value);
            case "ArnLike", "ArnEquals" ->
                    resolved != null
                            && value.startsWith("arn:")
                            && value.split(":", 6).length == 6
                            && arn(resolved, value);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    /** A regular expression with the variables put in as literal text; null if one has no value. */
    private String resolve(String pattern) {
        Matcher variable = Pattern.compile("\\$\\{([^}]*)\\}").matcher(pattern);
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (variable.find()) {
            regex.append(escaped(pattern.substring(at, variable.start())));
            String value = value(variable.group(1));
            if (value == null) {
                return null;
            }
            // A literal colon is marked, so that it is not taken for a separator of an ARN's parts.
            regex.append(Pattern.quote(value).replace(":", "\\E\\x3a\\Q"));
            at = variable.end();
        }
        return regex.append(escaped(pattern.substring(at))).toString();
    }

    private String plain(String text) {
        Matcher variable = Pattern.compile("\\$\\{([^}]*)\\}").matcher(text);
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (variable.find()) {
            String value = value(variable.group(1));
            if (value == null) {
                return null;
            }
            plain.append(text, at, variable.start()).append(value);
            at = variable.end();
        }
        return plain.append(text.substring(at)).toString();
    }

    private String value(String inside) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return inside;
        }
        String[] parts = inside.split(",", 2);
        List<String> values = context(parts[0].strip());
        if (values != null && values.size() == 1) {
            return values.getFirst();
        }
        return parts.length == 2 ? parts[1].strip().replaceAll("^'|'$", "") : null;
    }

    private static String escaped(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(
                    c == '*'
                            ? ".*"
                            : c == '?' ? "." : c == ':' ? ":" : Pattern.quote(String.valueOf(c)));
        }
        return regex.toString();
    }

    private static boolean glob(String pattern, String text) {
        return Pattern.compile(escaped(pattern), Pattern.DOTALL).matcher(text).matches();
    }

    /** Part by part; the sixth may hold colons. */
    private static boolean arn(String regex, String arn) {
        String[] patterns = regex.split(":", 6);
        String[] parts = arn.split(":", 6);
        if (parts.length < 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            String pattern = i < patterns.length ? patterns[i] : ".*";
            if (!Pattern.compile(pattern, Pattern.DOTALL).matcher(parts[i]).matches()) {
                return false;
            }
        }
        return true;
    }
}
