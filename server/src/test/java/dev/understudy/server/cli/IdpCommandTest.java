package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What {@code idp} prints, and with which code it ends. */
class IdpCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String command, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 4];
        all[0] = "idp";
        all[1] = command;
        all[2] = "--data";
        all[3] = folder.toString();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return line.execute(all);
    }

    private static JsonNode part(String token, int number) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.split("\\.")[number]);
        return new JsonMapper().readTree(bytes);
    }

    private void refused(String message, String command, String... arguments) {
        assertThat(run(command, arguments)).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("understudy: ").contains(message);
    }

    @Test
    void printsATokenAndNothingElse() {
        assertThat(run("token", "--like", "github", "--subject", "repo:a/b:environment:prod"))
                .isZero();
        assertThat(out.toString()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        JsonNode claims = part(out.toString(), 1);
        assertThat(claims.path("iss").asString())
                .isEqualTo("https://token.actions.githubusercontent.com");
        assertThat(claims.path("repository").asString()).isEqualTo("a/b");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void changesWhatItIsToldTo() {
        assertThat(
                        run(
                                "token",
                                "--subject=bob",
                                "--audience=one",
                                "--audience=two",
                                "--issuer=https://id.example.org/x",
                                "--claim=n:=[1]",
                                "--claim=text=1",
                                "--without=iat",
                                "--tag=team=blue",
                                "--algorithm=ES384",
                                "--seconds=5",
                                "--json"))
                .isZero();
        JsonNode printed = new JsonMapper().readTree(out.toString());
        assertThat(printed.path("issuer").asString()).isEqualTo("https://id.example.org/x");
        String token = printed.path("token").asString();
        assertThat(part(token, 0).path("alg").asString()).isEqualTo("ES384");
        JsonNode claims = part(token, 1);
        assertThat(claims.path("aud").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(claims.path("n").toString()).isEqualTo("[1]");
        assertThat(claims.path("text").toString()).isEqualTo("\"1\"");
        assertThat(claims.has("iat")).isFalse();
        assertThat(claims.at("/https:~1~1aws.amazon.com~1tags/principal_tags/team/0").asString())
                .isEqualTo("blue");
    }

    @Test
    void breaksWhatItIsToldTo() {
        assertThat(run("token", "--like=kubernetes", "--flaw=alg-none")).isZero();
        assertThat(out.toString()).endsWith(".");
        assertThat(part(out.toString(), 0).path("alg").asString()).isEqualTo("none");
    }

    @Test
    void tokensAndKeysAgreeUntilOldKeysAreForgotten() {
        run("token", "--like=gitlab");
        String keyId = part(out.toString(), 0).path("kid").asString();
        assertThat(run("keys")).isZero();
        assertThat(out.toString()).contains(keyId).doesNotContain("\"d\"");
        assertThat(run("rotate")).isZero();
        run("token", "--like=gitlab");
        assertThat(part(out.toString(), 0).path("kid").asString()).isNotEqualTo(keyId);
        run("keys");
        assertThat(out.toString()).contains(keyId);
        assertThat(run("rotate", "--forget-old")).isZero();
        run("keys");
        assertThat(out.toString()).doesNotContain(keyId);
    }

    @Test
    void printsKeysAsLinesOfAConfiguration() {
        assertThat(run("keys", "--like", "google")).isZero();
        JsonNode issuer = new YAMLMapper().readTree(out.toString()).path("oidcIssuers").path(0);
        assertThat(issuer.path("url").asString()).isEqualTo("https://accounts.google.com");
        assertThat(issuer.at("/jwks/keys/0/kty").asString()).isEqualTo("RSA");
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        refused("did you mean `github`?", "token", "--like", "githb");
        refused("did you mean `expired`?", "token", "--like", "github", "--flaw", "expird");
        refused("`bob` is no subject of GitHub's", "token", "--like=github", "--subject=bob");
        refused("needs `--subject` and `--audience`", "token");
        refused("without a port", "token", "--like=github", "--issuer=https://a:1");
        refused("without a port", "keys", "--issuer=http://a");
        refused("NAME=TEXT or NAME:=JSON", "token", "--like=github", "--claim=x");
        refused("must be JSON", "token", "--like=github", "--claim=x:={");
        refused("`--seconds` must be between", "token", "--like=github", "--seconds=0");
        refused("did you mean `rs256`?", "token", "--like=github", "--algorithm=RS265");
        refused("`--port` must be between", "serve", "--port=70000");
        refused("must be ID=REDIRECTURI", "serve", "--client=web");
        refused("is no redirect URI", "serve", "--client=web=/callback");
        refused(
                "did you mean `web`?",
                "serve",
                "--client=web=https://iam.example.org/oidc/callback",
                "--client-secret-file=wbe=x");
        refused(
                "cannot read `--client-secret-file`",
                "serve",
                "--client=web=https://iam.example.org/oidc/callback",
                "--client-secret-file=web=" + folder.resolve("none"));
        Files.createDirectories(folder.resolve("idp"));
        Files.writeString(folder.resolve("idp").resolve("keys.json"), "{}");
        refused("does not hold a provider's keys", "keys");
    }
}
