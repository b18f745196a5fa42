package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Account;
import dev.understudy.policy.AccountId;
import dev.understudy.server.Server;
import dev.understudy.server.Store;
import dev.understudy.server.config.ConfigLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** What the commands print, and with which code they end. */
class CommandLineTest {
    private static final String ID = "999900001111";

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

    private static String export() throws URISyntaxException {
        return Path.of(
                        Objects.requireNonNull(CommandLineTest.class.getResource("export.json"))
                                .toURI())
                .toString();
    }

    private Account account() {
        try (Store store = Store.open(folder)) {
            return Objects.requireNonNull(store.directory().account(AccountId.of(ID)));
        }
    }

    @Test
    void anExportComesInWholeAndWhatIsLeftOutIsSaid() throws Exception {
        assertThat(run("import", "--account", ID, "--data", folder.toString(), export())).isZero();
        assertThat(out.toString())
                .contains(
                        "1 users, 1 groups, 2 roles, 1 policies, 1 instance profiles",
                        "skipped: user carol: attachment of arn:aws:iam::aws:policy/AWSNope",
                        "not here: role deploy trusts arn:aws:iam::123456789012:role/ci");
        Account account = account();
        var carol = Objects.requireNonNull(account.user("carol"));
        assertThat(carol.id()).isEqualTo("AIDAREALUSERCAROL0001");
        assertThat(carol.attachedPolicies()).containsExactly("arn:aws:iam::" + ID + ":policy/own");
        assertThat(carol.permissionsBoundary()).isEqualTo("arn:aws:iam::" + ID + ":policy/own");
        assertThat(Objects.requireNonNull(carol.inlinePolicies().get("p")).text())
                .startsWith("{\"Version\"");
        assertThat(carol.tags()).containsEntry("aws:x", "y");
        var deploy = Objects.requireNonNull(account.role("deploy"));
        assertThat(deploy.maxSessionDurationSeconds()).isEqualTo(7_200);
        assertThat(deploy.trustPolicy().text())
                .contains("\"AIDAREALUSERCAROL0001\"", "arn:aws:iam::123456789012:role/ci");
        assertThat(
                        Objects.requireNonNull(account.role("AWSServiceRoleForAutoScaling"))
                                .linkedService())
                .isEqualTo("autoscaling.amazonaws.com");
        var own = Objects.requireNonNull(account.policy("arn:aws:iam::" + ID + ":policy/own"));
        assertThat(own.defaultVersion()).isEqualTo("v2");
        assertThat(own.versions()).hasSize(2);
        long version = account.version();
        assertThat(run("import", "--account", ID, "--data", folder.toString(), export())).isZero();
        assertThat(account().version()).as("the same again changes nothing").isEqualTo(version);
    }

    @Test
    void anExportThatDoesNotFitComesNotAtAll() throws Exception {
        Path data = folder.resolve("data");
        String good = Files.readString(Path.of(export()));
        String[][] bad = {
            {"[]", "is not what"},
            {"{", "is not JSON"},
            {good.replace("\"Effect\": \"Allow\"", "\"Effect\": \"Perhaps\""), "Effect"},
            {good.replace("\"UserName\"", "\"Username\""), "lacks `UserName`"},
            {"{\"UserDetailList\": 5}", "`UserDetailList` in the export is no list"},
            {"{\"UserDetailList\": [], \"NextToken\": \"x\"}", "one page of several"},
            {good.replace("\"VersionId\": \"v2\"", "\"VersionId\": \"two\""), "no version"},
            {good.replace("\"devs\"\n", "\"nobodies\"\n"), "nobodies"},
            {good.replace(ID, "111122223333"), "say --account 111122223333"}
        };
        for (String[] each : bad) {
            Path file = Files.writeString(folder.resolve("bad.json"), each[0]);
            assertThat(run("import", "--account", ID, "--data", data.toString(), file.toString()))
                    .as(each[1])
                    .isEqualTo(Main.NOT_UNDERSTOOD);
            assertThat(err.toString()).contains(each[1]).doesNotContain("\tat ");
            run("account", "list", "--json", "--data", data.toString());
            assertThat(out.toString().strip()).isEqualTo("[]");
        }
    }

    @Test
    void anImportedAccountCanBeCalled() throws Exception {
        String data = folder.toString();
        assertThat(run("import", "--account", ID, "--data", data, export())).isZero();
        Path keys = folder.resolve("credentials-" + ID);
        assertThat(out.toString())
                .contains("made user understudy-admin, an administrator; the keys are in " + keys);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(run("env", "--data", data)).isZero();
        String secret = out.toString().replaceAll("(?s).*SECRET_ACCESS_KEY='([^']*)'.*", "$1");
        assertThat(Files.readString(keys)).contains("understudy-admin", secret);
        assertThat(run("import", "--account", ID, "--data", data, export())).isZero();
        assertThat(out.toString()).as("once").doesNotContain("understudy-admin");
        assertThat(account().users()).hasSize(2);
    }

    @Test
    void theDatabaseIsItsOwnersAloneInAnyFolder() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(run("account", "create", ID, "--data", open.toString())).isZero();
        try (var files = Files.list(open)) {
            for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anAdministratorsNameIsAUsersName() {
        String data = folder.toString();
        assertThat(run("account", "create", ID, "--user", "a b", "--data", data))
                .isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains("`user` is `a b`, and must be 1 to 64 letters");
        assertThat(run("account", "list", "--json", "--data", data)).isZero();
        assertThat(out.toString().strip()).isEqualTo("[]");
    }

    @Test
    void accountsAreMadeAndListedAndTheirKeysPrintedOnDemandOnly() throws IOException {
        String data = folder.toString();
        assertThat(run("account", "create", ID, "--data", data)).isZero();
        String made = out.toString();
        assertThat(run("account", "create", ID, "--data", data)).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains("exists already");
        assertThat(run("account", "create", "12", "--data", data)).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(run("account", "create", "--data", data)).isZero();
        assertThat(run("account", "list", "--data", data)).isZero();
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(run("env", "--data", data)).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains("say which account with --account");
        assertThat(run("env", "--data", data, "--account", ID)).isZero();
        String secret = out.toString().replaceAll("(?s).*SECRET_ACCESS_KEY='([^']*)'.*", "$1");
        assertThat(Files.readString(folder.resolve("credentials-" + ID))).contains(secret);
        assertThat(made).contains("the keys are in").doesNotContain(secret);
        assertThat(run("env", "--data", data, "--account", ID, "--user", "amin"))
                .isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains("did you mean `admin`?");
    }

    @Test
    void whatChangesDataIsRefusedWhileAServerHasIt() throws Exception {
        Map<String, String> options =
                Map.of("port", "0", "managementPort", "0", "data", folder.toString());
        try (Server server =
                Server.start(ConfigLoader.load(options, Map.of(), null), InstantSource.system())) {
            String data = folder.toString();
            assertThat(run("import", "--account", ID, "--data", data, export()))
                    .isEqualTo(Main.NOT_UNDERSTOOD);
            assertThat(err.toString()).contains("stop it first");
            assertThat(run("account", "create", ID, "--data", data)).isEqualTo(Main.NOT_UNDERSTOOD);
            assertThat(run("why", "nope", "--data", data, "--endpoint", server.apiUrl() + ""))
                    .isEqualTo(Main.FAILED);
            assertThat(err.toString()).contains("InvalidAuthorizationMessage");
        }
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        String[][] lines = {
            {"", "a command is missing"},
            {"srve", "serve"},
            {"serve --prot 1", "unknown option `--prot`: did you mean `--port`?"},
            {"serve --port x", "`port` (command line) is `x`"},
            {"serve --dev=perhaps", "`dev` (command line) is `perhaps`"},
            {"serve --allow-remote=false --host 0.0.0.0 --data /nowhere", "--allow-remote"},
            {"serve --host 0.0.0.0 --data /nowhere", "--allow-remote"},
            {"serve --data /dev/null", "it is no folder"},
            {"serve --config /none.yaml", "cannot read configuration file /none.yaml"},
            {"env --data /nowhere", "there is no server's state in /nowhere"},
            {"why x --endpoint ftp://x --data /nowhere", "/nowhere"},
            {"import --account 1 --data /nowhere /none.json", "12 digits"},
            {"account", "account create"}
        };
        for (String[] line : lines) {
            String[] arguments = line[0].isEmpty() ? new String[0] : line[0].split(" ");
            assertThat(run(arguments)).as(line[0]).isEqualTo(Main.NOT_UNDERSTOOD);
            assertThat(err.toString()).contains(line[1]).doesNotContain("\tat ");
        }
        assertThat(run("why", "x", "--endpoint", "ftp://x", "--data", folder.toString()))
                .isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(run("version")).isZero();
        assertThat(out.toString()).startsWith("understudy ");
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("complete -F", "demo");
    }
}
