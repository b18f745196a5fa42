package dev.understudy.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.Flaw;
import dev.understudy.idp.GitHubActions;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.server.cli.Main;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The command, by files. */
class TrustExplainTest {
    private static final String NOW = "2026-01-15T12:00:00Z";
    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final String KEY = "token.actions.githubusercontent.com:";
    private static final TestIdentityProvider IDP =
            TestIdentityProvider.of(GITHUB, () -> Instant.parse(NOW));

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("keys.json"), IDP.keySet());
        token(GitHubActions.push("octo-org/app", "refs/heads/main").token());
        trust(
                "\"StringEquals\": {\"%ssub\": \"repo:octo-org/app:ref:refs/heads/main\"}"
                        .formatted(KEY));
    }

    private void token(Token token) throws IOException {
        Files.writeString(
                folder.resolve("token.jwt"), IDP.token(token.audience("sts.amazonaws.com")));
    }

    private void trust(String condition) throws IOException {
        Files.writeString(
                folder.resolve("trust.json"),
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                 "Principal": {"Federated":
                   "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
                 "Action": "sts:AssumeRoleWithWebIdentity",
                 "Condition": {%s}}}
                """
                        .formatted(condition));
    }

    private int explain(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "trust",
                                "explain",
                                "--role",
                                "arn:aws:iam::111122223333:role/deploy",
                                "--trust-policy",
                                folder.resolve("trust.json").toString(),
                                "--now",
                                NOW));
        arguments.addAll(List.of(more));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private int explainToken(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--token", folder.resolve("token.jwt").toString()));
        arguments.addAll(List.of(more));
        return explain(arguments.toArray(String[]::new));
    }

    private int explainVerified(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--jwks",
                                folder.resolve("keys.json").toString(),
                                "--client-id",
                                "sts.amazonaws.com"));
        arguments.addAll(List.of(more));
        return explainToken(arguments.toArray(String[]::new));
    }

    @Test
    void aGoodTokenIsAdmitted() {
        assertThat(explainVerified()).isZero();
        assertThat(out.toString())
                .startsWith("WOULD BE ADMITTED")
                .doesNotContain("FAILED", "\u001b");
    }

    @Test
    void whatWasNotCheckedIsNotSaidToHold() {
        assertThat(explainToken("--no-verify", "--client-id", "sts.amazonaws.com")).isEqualTo(2);
        assertThat(out.toString()).contains("COULD NOT SAY", "signature not checked");
        assertThat(explainToken("--jwks", folder.resolve("keys.json").toString())).isEqualTo(2);
        assertThat(out.toString()).contains("--client-id");
    }

    @Test
    void anotherCaseOfLettersIsNamed() throws IOException {
        trust("\"StringLike\": {\"%ssub\": \"repo:Octo-Org/app:*\"}".formatted(KEY));
        assertThat(explainVerified()).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "they differ in the case of letters",
                        "\"token.actions.githubusercontent.com:sub\":"
                                + "\"repo:octo-org/app:ref:refs/heads/main\"",
                        "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED");
    }

    @Test
    void starsThatAreNoneAndSlashesAreNamed() throws IOException {
        trust("\"StringEquals\": {\"%ssub\": \"repo:octo-org/*\"}".formatted(KEY));
        assertThat(explainVerified()).isEqualTo(1);
        assertThat(out.toString()).contains("StringEquals has no wildcards");
        trust(
                "\"StringEquals\": {\"%ssub\": \"repo:octo-org/app:ref:refs/heads/main/\"}"
                        .formatted(KEY));
        assertThat(explainVerified()).isEqualTo(1);
        assertThat(out.toString()).contains("they differ in a slash at the end");
    }

    @Test
    void everyoneOnGitHubIsWarnedOf() throws IOException {
        trust("\"StringEquals\": {\"%saud\": \"sts.amazonaws.com\"}".formatted(KEY));
        assertThat(explainVerified()).isZero();
        assertThat(out.toString()).contains("MISSING_GITHUB_REPO_CONDITION_KEY");
    }

    @Test
    void tagsNeedAnActionOfTheirOwn() throws IOException {
        token(
                GitHubActions.push("octo-org/app", "refs/heads/main")
                        .token()
                        .sessionTags(java.util.Map.of("team", "blue")));
        assertThat(explainVerified()).isEqualTo(1);
        assertThat(out.toString())
                .contains("what the trust policy says to sts:TagSession: not allowed");
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        Files.writeString(
                folder.resolve("token.jwt"),
                IDP.token(
                        GitHubActions.push("octo-org/app", "refs/heads/main")
                                .token()
                                .audience("sts.amazonaws.com"),
                        Flaw.EXPIRED));
        assertThat(explainVerified("--json")).isEqualTo(1);
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("verdict").asString()).isEqualTo("refused");
        assertThat(report.get("refusal").get("code").asString()).isEqualTo("ExpiredTokenException");
        assertThat(report.get("claims").get("subject").asString())
                .isEqualTo("repo:octo-org/app:ref:refs/heads/main");
        assertThat(report.get("decisions").get(0).get("allowed").asBoolean()).isTrue();
        assertThat(
                        report.get("findings")
                                .valueStream()
                                .filter(one -> one.get("outcome").asString().equals("failed"))
                                .map(one -> one.get("check").asString()))
                .containsExactly("expiry");
    }

    @Test
    void aForeignAccountWithoutExternalIdIsWarnedOf() throws IOException {
        Files.writeString(
                folder.resolve("trust.json"),
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"AWS": "444455556666"}}}
                """);
        String vendor = "arn:aws:iam::444455556666:user/vendor";
        assertThat(explain("--as", vendor)).isEqualTo(2);
        assertThat(out.toString()).contains("MISSING_EXTERNAL_ID", "own policies are not known");
        Path own = folder.resolve("own.json");
        Files.writeString(
                own,
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}");
        assertThat(explain("--as", vendor, "--policy", own.toString())).isZero();
    }

    @Test
    void badQuestionsAreNotAnswered() {
        assertThat(explain()).isEqualTo(2);
        assertThat(err.toString()).contains("one of --token, --saml and --as");
        assertThat(explain("--token", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(explainToken("--now", "yesterday")).isEqualTo(2);
    }
}
