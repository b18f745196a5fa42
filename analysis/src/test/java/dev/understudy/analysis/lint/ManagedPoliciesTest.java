package dev.understudy.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.policy.PolicyKind;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * AWS's managed policies have no errors but those in {@code spec/lint/managed-policies.tsv}, each
 * of which somebody looked at.
 */
class ManagedPoliciesTest {
    @Test
    void haveNoErrorsButTheListed() throws IOException {
        Set<String> listed = new TreeSet<>();
        Files.readAllLines(Cases.FOLDER.resolve("managed-policies.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .forEach(listed::add);
        List<String> others = new ArrayList<>();
        for (AwsManagedPolicy policy : AwsManagedPolicies.all()) {
            String text = policy.document().text();
            for (Finding finding : Linter.lint(text, PolicyKind.IDENTITY)) {
                String element = text.substring(finding.start().offset(), finding.end().offset());
                String line = String.join("\t", policy.name(), finding.code(), element);
                if (finding.severity() == Severity.ERROR && !listed.contains(line)) {
                    others.add(line);
                }
            }
        }
        assertThat(AwsManagedPolicies.all()).isNotEmpty();
        assertThat(others).isEmpty();
    }
}
