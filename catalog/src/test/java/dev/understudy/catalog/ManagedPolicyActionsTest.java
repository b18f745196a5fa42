package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The actions that AWS itself writes into its managed policies are in AWS's lists, but for those
 * that {@code spec/catalog/unlisted-actions.txt} names: AWS keeps some undocumented, and policies
 * outlive actions.
 */
class ManagedPolicyActionsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path UNLISTED =
            Path.of(
                    System.getProperty("understudy.root", ".."),
                    "spec/catalog/unlisted-actions.txt");

    @Test
    void everyPatternOfAwsNamesSomething() throws IOException {
        TreeSet<String> patterns = new TreeSet<>();
        AwsManagedPolicies.all().forEach(policy -> actions(policy).forEach(patterns::add));
        assertThat(patterns).hasSizeGreaterThan(500);
        List<String> unlisted =
                patterns.stream()
                        .filter(pattern -> ServiceCatalog.aws().matching(pattern).isEmpty())
                        .toList();
        if (Boolean.getBoolean("understudy.update")) {
            Files.createDirectories(UNLISTED.getParent());
            Files.write(UNLISTED, unlisted);
        }
        assertThat(unlisted).isEqualTo(Files.readAllLines(UNLISTED));
    }

    private static Stream<String> actions(AwsManagedPolicy policy) {
        JsonNode statements = JSON.readTree(policy.document().text()).get("Statement");
        return items(statements)
                .flatMap(statement ->
                        Stream.of("Action", "NotAction").filter(statement::has).map(statement::get))
                .flatMap(ManagedPolicyActionsTest::items)
                .map(JsonNode::asString);
    }

    private static Stream<JsonNode> items(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }
}
