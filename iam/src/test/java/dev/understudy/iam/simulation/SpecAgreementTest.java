package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.Judged;
import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.World;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The cases of {@code spec/policy}, which the evaluator answers, asked through the simulator,
 * signed and over the wire: the same verdict, by the same statements.
 */
class SpecAgreementTest {
    private static final Set<String> SIMULATED =
            Set.of("identity", "boundary", "resourcePolicy", "trust", "serviceControl");
    private static final Set<AccountId> KNOWN = Set.of(World.TRUSTING, World.TRUSTED);
    private static final int MOST_LEVELS = 7;

    static List<SpecCase> expressible() {
        return SpecCase.all().stream().filter(SpecAgreementTest::isExpressible).toList();
    }

    private static boolean isExpressible(SpecCase spec) {
        boolean caller =
                switch (spec.type()) {
                    case "user" -> true;
                    // The simulator's callers are roles; certain sessions only a trust policy sees.
                    case "role" ->
                            spec.has("trust")
                                    || !spec.policies().toString().contains("assumed-role/");
                    case "service" -> spec.has("trust");
                    case "outside" ->
                            spec.has("trust") && spec.who("provider").contains("-provider/");
                    default -> false;
                };
        return caller
                && KNOWN.contains(spec.account())
                && spec.isOf(SIMULATED)
                && spec.policies().path("serviceControl").size() <= MOST_LEVELS
                && isOfOwner(spec)
                && isJudgedAsAsked(spec)
                && isClosedAlike(spec)
                && namesAreLongEnough(spec.node().path("context"));
    }

    private static boolean isOfOwner(SpecCase spec) {
        AccountId named = Owners.named(spec.resource());
        boolean arn = spec.resource().equals("*") || spec.resource().startsWith("arn:");
        return arn && (named == null || named.equals(spec.owner()));
    }

    /** The evaluator takes any action and resource; the simulator knows which ones AWS has. */
    private static boolean isJudgedAsAsked(SpecCase spec) {
        return switch (ServiceCatalog.aws().judged(spec.action(), spec.resource())) {
            case Judged.UnknownAction unknown -> false;
            case Judged.AgainstEverything everything -> spec.resource().equals("*");
            case Judged.AgainstResource against -> true;
        };
    }

    /** Whether a policy of the resource is needed follows from action and resource. */
    private static boolean isClosedAlike(SpecCase spec) {
        boolean guarded = spec.has("resourcePolicy") || spec.has("trust");
        boolean required = spec.policies().path("required").asBoolean(false);
        boolean trust = ResourcePolicy.isOfRoles(spec.action());
        return guarded
                ? required == ResourcePolicy.isRequired(spec.action(), spec.resource())
                        && spec.has("trust") == trust
                : !required;
    }

    private static boolean namesAreLongEnough(JsonNode context) {
        return context.propertyNames().stream().allMatch(name -> name.length() >= 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressible")
    void theSimulatorAgrees(SpecCase spec) {
        try (World world = new World()) {
            put(world, spec);
            Map<String, String> texts = new HashMap<>();
            List<String> parameters = parameters(spec, texts);
            Results.Member result =
                    Results.of(
                                    world.admin(spec.account())
                                            .call(
                                                    "SimulateCustomPolicy",
                                                    parameters.toArray(String[]::new)))
                            .only();
            String verdict = spec.verdict();
            assertThat(result.text("EvalDecision"))
                    .as(spec.name())
                    .isEqualTo(verdict.equals("allowed") ? verdict : verdict + "Deny");
            assertThat(sids(result, texts)).containsExactlyInAnyOrderElementsOf(told(spec));
        }
    }

    /** The caller exists, so that policies may name its unique id. */
    private static void put(World world, SpecCase spec) {
        if (spec.type().equals("user")) {
            world.put(
                    spec.account(),
                    new User(
                            spec.who("id"),
                            spec.who("name"),
                            "/",
                            world.instant(),
                            Map.of(),
                            Permissions.NONE,
                            Set.of()));
        } else if (spec.type().equals("role")) {
            PolicyDocument trust =
                    PolicyDocument.parse(
                            "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\"}}");
            world.put(
                    spec.account(),
                    new Role(
                            spec.who("id"),
                            spec.who("role"),
                            "/",
                            world.instant(),
                            trust,
                            null,
                            3600,
                            Map.of(),
                            Permissions.NONE,
                            null));
        }
    }

    private static List<String> parameters(SpecCase spec, Map<String, String> texts) {
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "ActionNames.member.1", spec.action(),
                                "ResourceArns.member.1", spec.resource(),
                                "ResourceOwner", "arn:aws:iam::" + spec.owner() + ":root",
                                "CallerArn", caller(spec)));
        int index = 0;
        for (String text : spec.identity()) {
            index++;
            parameters.addAll(List.of("PolicyInputList.member." + index, text));
            texts.put("PolicyInputList." + index, text);
        }
        one(spec, "boundary", "PermissionsBoundaryPolicyInputList.member.1", parameters, texts);
        one(spec, "resourcePolicy", "ResourcePolicy", parameters, texts);
        one(spec, "trust", "ResourcePolicy", parameters, texts);
        organization(spec.policies().path("serviceControl"), parameters);
        context(spec.node().path("context"), parameters);
        return parameters;
    }

    private static String caller(SpecCase spec) {
        String iam = "arn:" + spec.partition() + ":iam::" + spec.account() + ":";
        return switch (spec.type()) {
            case "user" -> iam + "user/" + spec.who("name");
            case "role" ->
                    spec.has("trust")
                            ? "arn:%s:sts::%s:assumed-role/%s/%s"
                                    .formatted(
                                            spec.partition(),
                                            spec.account(),
                                            spec.who("role"),
                                            spec.who("session"))
                            : iam + "role/" + spec.who("role");
            case "service" -> spec.who("name");
            default -> spec.who("provider");
        };
    }

    private static void one(
            SpecCase spec,
            String policy,
            String parameter,
            List<String> parameters,
            Map<String, String> texts) {
        if (spec.has(policy)) {
            String text = SpecCase.sent(spec.policies().get(policy));
            parameters.addAll(List.of(parameter, text));
            texts.put(parameter.replace(".member", ""), text);
        }
    }

    private static void organization(JsonNode levels, List<String> parameters) {
        int level = 0;
        for (JsonNode documents : levels) {
            level++;
            int index = 0;
            for (JsonNode document : documents) {
                index++;
                String name =
                        "OrderedOrganizationPolicyInputList.member.%s.%s.member.%s"
                                .formatted(level, "ServiceControlPolicyInputList", index);
                parameters.addAll(List.of(name, SpecCase.sent(document)));
            }
        }
    }

    static void context(JsonNode context, List<String> parameters) {
        int index = 0;
        for (Map.Entry<String, JsonNode> key : context.properties()) {
            index++;
            String entry = "ContextEntries.member." + index + ".";
            boolean list = key.getValue().isArray();
            parameters.addAll(List.of(entry + "ContextKeyName", key.getKey()));
            parameters.addAll(List.of(entry + "ContextKeyType", list ? "stringList" : "string"));
            int value = 0;
            for (JsonNode item : list ? key.getValue() : List.of(key.getValue())) {
                value++;
                parameters.addAll(
                        List.of(entry + "ContextKeyValues.member." + value, item.asString()));
            }
        }
    }

    private static List<String> sids(Results.Member result, Map<String, String> texts) {
        return result.list("MatchedStatements").stream()
                .map(statement ->
                        SpecCase.sidAt(
                                Objects.requireNonNull(texts.get(statement.text("SourcePolicyId"))),
                                Integer.parseInt(statement.member("EndPosition").text("Column"))))
                .toList();
    }

    /** The deciding statements but for an organization's, which are not told. */
    private static List<String> told(SpecCase spec) {
        List<String> sids = new ArrayList<>(spec.deciding());
        for (JsonNode level : spec.policies().path("serviceControl")) {
            for (JsonNode document : level) {
                PolicyDocument.parse(document.toString())
                        .statements()
                        .forEach(statement -> sids.remove(String.valueOf(statement.sid())));
            }
        }
        return sids;
    }

    /** Most cases can be asked; what cannot is about sessions, endpoints, and broken documents. */
    @Test
    void mostCasesAreExpressible() {
        int all = SpecCase.all().size();
        assertThat(expressible().size()).as("of " + all).isGreaterThan(all / 2);
    }
}
