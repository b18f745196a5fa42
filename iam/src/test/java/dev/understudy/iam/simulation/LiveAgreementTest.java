package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cases of {@code spec/policy} about actions that an operation of this server makes, made true:
 * the principal exists with its policies, and really calls. It is let through or refused as the
 * case says.
 */
class LiveAgreementTest {
    private static final String BOUNDARY = "arn:aws:iam::%s:policy/boundary";

    /** What a request can set of itself, and the parameter that sets it. */
    private static final Map<String, String> PARAMETERS =
            Map.of("sts:ExternalId", "ExternalId", "sts:RoleSessionName", "RoleSessionName");

    /** What AssumeRole takes as the value of either; others it refuses before it decides. */
    private static final Pattern TAKEN = Pattern.compile("[\\w+=,.@-]+");

    /** Operations that name one entity, and the parameter that names it; empty if none. */
    private static final Map<String, String> NAMING =
            Map.ofEntries(
                    Map.entry("iam:CreateAccessKey", "UserName"),
                    Map.entry("iam:CreateUser", "UserName"),
                    Map.entry("iam:DeleteGroup", "GroupName"),
                    Map.entry("iam:DeleteRole", "RoleName"),
                    Map.entry("iam:DeleteUser", "UserName"),
                    Map.entry("iam:GetGroup", "GroupName"),
                    Map.entry("iam:GetRole", "RoleName"),
                    Map.entry("iam:GetUser", "UserName"),
                    Map.entry("iam:ListAccessKeys", "UserName"),
                    Map.entry("iam:ListGroups", ""),
                    Map.entry("iam:ListPolicies", ""),
                    Map.entry("iam:ListRoles", ""),
                    Map.entry("iam:ListUsers", ""));

    static List<SpecCase> live() {
        return SpecCase.all().stream()
                .filter(LiveAgreementTest::isLive)
                .map(SpecCase::lengthened)
                .toList();
    }

    private static boolean isLive(SpecCase spec) {
        boolean caller = spec.type().equals("user") || spec.type().equals("role");
        // Every account of a server is in one partition.
        boolean here = spec.partition().equals("aws");
        Set<AccountId> known = Set.of(World.TRUSTING, World.TRUSTED);
        return caller
                && here
                && known.contains(spec.account())
                && known.contains(spec.owner())
                && (spec.action().equals("sts:AssumeRole")
                        ? spec.isOf(Set.of("identity", "boundary", "trust")) && spec.has("trust")
                        : isNaming(spec) && spec.isOf(Set.of("identity", "boundary")))
                && hasOnlyWhatRequestsHave(spec);
    }

    private static boolean isNaming(SpecCase spec) {
        String parameter = NAMING.get(spec.action());
        Arn arn = Arn.parseOrNull(spec.resource());
        return parameter != null
                && spec.owner().equals(spec.account())
                && (arn == null
                        ? parameter.isEmpty()
                        : arn.resource().indexOf('/') == arn.resource().lastIndexOf('/'));
    }

    /** A live request has many keys that a case does not; policies must not speak of them. */
    private static boolean hasOnlyWhatRequestsHave(SpecCase spec) {
        ContextKeys keys = new ContextKeys();
        documents(spec).forEach(keys::add);
        JsonNode context = spec.node().path("context");
        return PARAMETERS.keySet().containsAll(keys.names())
                && PARAMETERS.keySet().containsAll(context.propertyNames())
                && context.valueStream().allMatch(LiveAgreementTest::isTaken);
    }

    private static boolean isTaken(JsonNode value) {
        return value.isString() && TAKEN.matcher(value.asString()).matches();
    }

    private static List<PolicyDocument> documents(SpecCase spec) {
        List<PolicyDocument> documents = new ArrayList<>();
        spec.policies().path("identity").forEach(text -> documents.add(parse(text)));
        for (String one : List.of("boundary", "trust")) {
            if (spec.has(one)) {
                documents.add(parse(spec.policies().get(one)));
            }
        }
        return documents;
    }

    private static PolicyDocument parse(JsonNode document) {
        return PolicyDocument.parse(document.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("live")
    void theOperationAgrees(SpecCase spec) {
        try (World world = new World()) {
            Client caller = caller(world, spec);
            Answer answer = call(caller, world, spec);
            // Refused before it was decided, a request says nothing.
            assertThat(answer.code()).as(answer.toString()).isNotEqualTo("ValidationError");
            assertThat(answer.code().equals("AccessDenied") ? "denied" : "allowed")
                    .as(answer.toString())
                    .isEqualTo(spec.verdict().equals("allowed") ? "allowed" : "denied");
        }
    }

    private static Answer call(Client caller, World world, SpecCase spec) {
        Arn arn = Arn.parseOrNull(spec.resource());
        String name = arn == null ? "" : arn.resource().substring(arn.resource().indexOf('/') + 1);
        if (!spec.action().equals("sts:AssumeRole")) {
            String parameter = String.valueOf(NAMING.get(spec.action()));
            return caller.call(
                    spec.action().substring("iam:".length()),
                    parameter.isEmpty() ? new String[0] : new String[] {parameter, name});
        }
        PolicyDocument trust = parse(spec.policies().get("trust"));
        world.put(spec.owner(), role(world, "AROATARGET", name, trust, Permissions.NONE));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("RoleArn", spec.resource());
        parameters.put("RoleSessionName", "session");
        spec.node()
                .path("context")
                .properties()
                .forEach(key ->
                        parameters.put(PARAMETERS.get(key.getKey()), key.getValue().asString()));
        List<String> flat = new ArrayList<>();
        parameters.forEach((key, value) -> flat.addAll(List.of(key, value)));
        Answer answer = caller.call("AssumeRole", flat.toArray(String[]::new));
        if (spec.verdict().equals("allowed")) {
            answer.ok();
        }
        return answer;
    }

    private static Client caller(World world, SpecCase spec) {
        Map<String, PolicyDocument> inline = new LinkedHashMap<>();
        spec.policies()
                .path("identity")
                .forEach(text -> inline.put("p" + inline.size(), parse(text)));
        String boundary = null;
        if (spec.has("boundary")) {
            boundary = BOUNDARY.formatted(spec.account());
            world.put(spec.account(), managed(world, parse(spec.policies().get("boundary"))));
        }
        Permissions permissions = new Permissions(inline, List.of(), boundary);
        if (spec.type().equals("user")) {
            User user =
                    new User(
                            spec.who("id"),
                            spec.who("name"),
                            "/",
                            world.instant(),
                            Map.of(),
                            permissions,
                            Set.of());
            world.put(spec.account(), user);
            return world.keyOf(spec.account(), user.id());
        }
        PolicyDocument trust =
                PolicyDocument.parse(
                        ("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},"
                                        + "\"Action\":\"sts:AssumeRole\"}}")
                                .formatted(spec.account()));
        Role role = role(world, spec.who("id"), spec.who("role"), trust, permissions);
        world.put(spec.account(), role);
        String arn = role.arn(world.account(spec.account()));
        return world.client(
                world.admin(spec.account())
                        .call("AssumeRole", "RoleArn", arn, "RoleSessionName", spec.who("session"))
                        .ok());
    }

    private static Role role(
            World world, String id, String name, PolicyDocument trust, Permissions permissions) {
        return new Role(
                id, name, "/", world.instant(), trust, null, 3600, Map.of(), permissions, null);
    }

    private static ManagedPolicy managed(World world, PolicyDocument document) {
        return new ManagedPolicy(
                "ANPABOUNDARY",
                "boundary",
                "/",
                null,
                world.instant(),
                world.instant(),
                Map.of(),
                "v1",
                List.of(new PolicyVersion("v1", document, world.instant())),
                1);
    }

    @Test
    void someCasesAreLive() {
        assertThat(live()).hasSizeGreaterThanOrEqualTo(10);
    }
}
