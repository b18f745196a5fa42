package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code lint} prints, and with which code it ends. */
class LintCommandTest {
    private static final String GOOD =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}
            """;
    private static final String SLIP = GOOD.replace("GetObject", "GetObjekt");
    private static final String TWICE =
            GOOD.replace("\"s3:GetObject\"", "[\"s3:Get*\", \"s3:GetObject\"]");
    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}}
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void saysWhatKindItTookItFor() throws IOException {
        assertThat(run("lint", file("p.json", GOOD))).isZero();
        assertThat(out.toString())
                .contains("p.json: nothing found in a policy of kind identity (guessed");
        assertThat(run("lint", "--kind", "scp", file("p.json", GOOD))).isZero();
        assertThat(out.toString()).contains("of kind scp").doesNotContain("guessed");
        assertThat(run("lint", file("t.json", TRUST))).isZero();
        assertThat(out.toString()).contains("of kind trust (guessed");
    }

    @Test
    void printsPlaceLineAndFix() throws IOException {
        assertThat(run("lint", file("p.json", SLIP))).isEqualTo(1);
        assertThat(out.toString())
                .contains("p.json:1:70: error INVALID_ACTION: `s3:GetObjekt` is no action")
                .contains("^^^^^^^^^^^^^^")
                .contains("fix: did you mean")
                .contains("1 error in a policy")
                .doesNotContain("\u001b");
    }

    @Test
    void theUserSaysHowBadIsBad() throws IOException {
        String twice = file("p.json", TWICE);
        assertThat(run("lint", twice)).isZero();
        assertThat(run("lint", "--fail-on", "suggestion", twice)).isEqualTo(1);
        assertThat(run("lint", "--fail-on", "never", file("s.json", SLIP))).isZero();
        assertThat(run("lint", "--fail-on", "nothing", twice)).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsChecked() throws IOException {
        Path binary = Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
        String missing = folder.resolve("none.json").toString();
        assertThat(run("lint", missing, binary.toString(), file("p.json", SLIP))).isEqualTo(2);
        assertThat(err.toString()).contains("none.json: no such file", "b.json: not UTF-8");
        assertThat(out.toString()).contains("INVALID_ACTION");
        assertThat(run("lint")).isEqualTo(2);
    }

    @Test
    void printsJson() throws IOException {
        assertThat(run("lint", "--json", file("p.json", SLIP), file("g.json", GOOD))).isEqualTo(1);
        JsonNode files = new JsonMapper().readTree(out.toString());
        JsonNode finding = files.get(0).get("findings").get(0);
        assertThat(finding.get("code").asString()).isEqualTo("INVALID_ACTION");
        assertThat(finding.get("start").get("column").asInt()).isEqualTo(70);
        assertThat(finding.get("learnMore").asString()).startsWith("https://docs.aws.amazon.com/");
        assertThat(files.get(0).get("kind").asString()).isEqualTo("identity");
        assertThat(files.get(1).get("findings").isEmpty()).isTrue();
    }

    @Test
    void changesTheFileOnlyWhenAsked() throws IOException {
        String twice = file("p.json", TWICE);
        run("lint", twice);
        assertThat(Path.of(twice)).content(StandardCharsets.UTF_8).isEqualTo(TWICE);
        assertThat(run("lint", "--fix", twice)).isZero();
        assertThat(Path.of(twice))
                .content(StandardCharsets.UTF_8)
                .isEqualTo(GOOD.replace("\"s3:GetObject\"", "[\"s3:Get*\"]"));
        assertThat(out.toString()).contains("nothing found");
    }

    @Test
    void completionKnowsIt() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("picocli_understudy_lint").contains("--fail-on");
    }
}
