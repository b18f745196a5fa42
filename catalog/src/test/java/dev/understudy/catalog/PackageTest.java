package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The compact form says all that the package says, and nothing else. */
class PackageTest {
    private static final ServiceCatalog AWS = ServiceCatalog.aws();

    @Test
    void servicesAreThePackages() {
        List<String> services = IamData.services().valueStream().map(JsonNode::asString).toList();
        assertThat(services).hasSizeGreaterThan(400);
        assertThat(AWS.services()).containsExactlyInAnyOrderElementsOf(services);
    }

    @Test
    void actionsAreThePackages() {
        int count = 0;
        for (String service : AWS.services()) {
            for (JsonNode expected : IamData.actions(service)) {
                count++;
                String name = service + ":" + expected.get("name").asString();
                ActionDefinition action = Objects.requireNonNull(AWS.action(name), name);
                assertThat(action.fullName()).isEqualTo(name);
                assertThat(action.level()).as(name).isEqualTo(level(expected));
                assertThat(action.conditionKeys())
                        .as(name)
                        .isEqualTo(strings(expected, "conditionKeys"));
                assertThat(action.dependentActions())
                        .as(name)
                        .isEqualTo(strings(expected, "dependentActions"));
                assertThat(uses(action)).as(name).isEqualTo(uses(expected));
            }
        }
        assertThat(count).isGreaterThan(20_000);
        assertThat(AWS.matching("*")).hasSize(count);
    }

    private static AccessLevel level(JsonNode action) {
        String level = action.get("accessLevel").asString().split(",")[0];
        return AccessLevel.valueOf(level.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static List<String> strings(JsonNode node, String field) {
        return node.has(field)
                ? node.get(field).valueStream().map(JsonNode::asString).toList()
                : List.of();
    }

    /** The package names some types twice for one action. */
    private static List<String> uses(JsonNode action) {
        return action.get("resourceTypes")
                .valueStream()
                .map(use ->
                        use.get("name").asString()
                                + use.get("required").asBoolean()
                                + strings(use, "conditionKeys"))
                .distinct()
                .toList();
    }

    private static List<String> uses(ActionDefinition action) {
        return action.resources().stream()
                .map(use -> use.type().name() + use.required() + use.conditionKeys())
                .toList();
    }

    @Test
    void resourceTypesAreThePackages() {
        for (String service : AWS.services()) {
            List<String> expected = new ArrayList<>();
            for (JsonNode type : IamData.resourceTypes(service)) {
                String name = type.get("key").asString();
                expected.add(name + type.get("arn").asString() + strings(type, "conditionKeys"));
                assertThat(AWS.resourceType(service, name)).as(name).isNotNull();
            }
            assertThat(
                            AWS.resourceTypes(service).stream()
                                    .map(type ->
                                            type.name()
                                                    + String.join(", ", type.arnPatterns())
                                                    + type.conditionKeys()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyKeyOfThePackageIsFoundInAnyCase() {
        Set<String> distinct = new HashSet<>();
        for (String service : AWS.services()) {
            for (JsonNode key : IamData.conditionKeys(service)) {
                String name = key.get("key").asString();
                distinct.add(name.toLowerCase(Locale.ROOT));
                for (String spelling :
                        List.of(
                                name,
                                name.toUpperCase(Locale.ROOT),
                                name.toLowerCase(Locale.ROOT))) {
                    ConditionKeyDefinition found =
                            Objects.requireNonNull(AWS.conditionKey(spelling), spelling);
                    assertThat(found.name()).isEqualToIgnoringCase(name);
                }
            }
        }
        assertThat(distinct).hasSizeGreaterThan(1_500);
    }

    @Test
    void everyActionIsFoundInAnyCase() {
        for (ActionDefinition action : AWS.matching("*")) {
            String name = action.fullName();
            assertThat(
                            Stream.of(name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                                    .map(AWS::action))
                    .as(name)
                    .allMatch(action::equals);
        }
    }

    @Test
    void everyActionsKeysAreDefined() {
        for (ActionDefinition action : AWS.matching("*")) {
            List<String> names =
                    AWS.conditionKeys(action).stream().map(ConditionKeyDefinition::name).toList();
            assertThat(names)
                    .as(action.fullName())
                    .containsAll(action.conditionKeys())
                    .contains("aws:SourceIp");
            action.resources()
                    .forEach(use -> assertThat(names).containsAll(use.type().conditionKeys()));
        }
    }
}
