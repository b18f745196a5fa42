package dev.understudy.directory.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * A writing process is killed, again and again: every acknowledged write is found whole, and none
 * half.
 */
class KillTest {
    private static final int KILLS = 20;

    @TempDir private Path folder;

    @Test
    void acknowledgedWritesSurviveKills() throws Exception {
        Path file = folder.resolve("killed.db");
        Random random = new Random(9);
        Set<String> acknowledged = new HashSet<>();
        for (int run = 0; run < KILLS; run++) {
            acknowledged.addAll(writeAndKill(file, run, 20 + random.nextInt(400)));
            try (SqliteJournal journal = new SqliteJournal(file)) {
                Account account = journal.load(KilledWriter.ACCOUNT);
                Set<String> roles = new HashSet<>();
                account.roles().forEach(role -> roles.add(role.name()));
                assertThat(roles).as("after kill %d", run).containsAll(acknowledged);
                assertThat(account.users())
                        .extracting(User::name)
                        .containsExactlyInAnyOrderElementsOf(roles);
                assertThat(account.roles()).extracting(Role::id).doesNotHaveDuplicates();
                assertThat(account.version()).isEqualTo(1 + roles.size());
            }
        }
        assertThat(acknowledged.size()).isGreaterThan(KILLS * 20);
    }

    /** The names that the process acknowledged before it was killed, which it is after so many. */
    private static Set<String> writeAndKill(Path file, int run, int writes)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledWriter.class.getName(),
                                file.toString(),
                                Integer.toString(run))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == writes) {
                    // The handle leaves the pipe open, so that what was acknowledged before can
                    // still be read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        // The last line may be cut by the kill; a name that was not printed whole was not
        // acknowledged to anyone.
        acknowledged.removeIf(name -> !name.matches("run\\d+t\\d+n\\d+"));
        return whole(acknowledged, process);
    }

    private static Set<String> whole(Set<String> names, Process process) {
        assertThat(process.exitValue()).as("killed, not ended").isNotZero();
        return names;
    }
}
