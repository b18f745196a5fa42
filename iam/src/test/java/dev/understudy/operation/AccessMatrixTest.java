package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The matrix {@code spec/iam/access.golden}, for people: a change of it is a change to review. */
class AccessMatrixTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("understudy.root", ".."), "spec", "iam", "access.golden");
    private static final String ABOUT =
            """
            # What each operation asks to be allowed, by its own access, in the sample world of AccessMatrix:
            # operation | action | resource | condition keys beside those that every request has
            # A resource policy that must allow too is in brackets behind the resource.
            """;

    @Test
    void theMatrixIsTrue() throws IOException {
        List<String> lines = new ArrayList<>();
        try (AccessMatrix matrix = new AccessMatrix()) {
            for (AccessMatrix.Row row : matrix.rows()) {
                String operation = row.service().scope() + " " + row.operation() + " | ";
                if (!row.error().isEmpty()) {
                    lines.add(operation + "refuses this sample with " + row.error());
                } else if (row.checks().isEmpty()) {
                    lines.add(operation + "whoever signed");
                }
                row.checks().forEach(check -> lines.add(operation + line(check)));
            }
        }
        String matrix = ABOUT + String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("understudy.update")) {
            Files.writeString(GOLDEN, matrix);
        }
        assertThat(matrix).isEqualTo(Files.readString(GOLDEN));
    }

    private static String line(Check check) {
        String guard =
                check.resourcePolicy() == null ? "" : " [" + check.resourcePolicy().name() + "]";
        String keys = String.join(" ", AccessMatrix.keys(check));
        return check.action()
                + " | "
                + check.resource()
                + guard
                + (keys.isEmpty() ? "" : " | " + keys);
    }
}
