package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.ApiClient;
import dev.understudy.server.Server;
import dev.understudy.server.config.ConfigLoader;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code check} answers, by files and by a running server. */
class CheckCommandTest {
    private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
    private static final String OBJECT = "arn:aws:s3:::bucket/key";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        return line.execute(all.toArray(String[]::new));
    }

    private int ask(String principal, String action, String resource, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--principal",
                                principal,
                                "--action",
                                action,
                                "--resource",
                                resource));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String statement(String body) {
        return "{\"Version\":\"2012-10-17\",\n \"Statement\":{" + body + "}}";
    }

    private String allow(String name, String action) throws IOException {
        return file(
                name,
                statement("\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\""));
    }

    @Test
    void theExitCodeIsTheAnswer() throws IOException {
        String reading = allow("reading.json", "s3:Get*");
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, "--policy", reading)).isZero();
        assertThat(out.toString()).startsWith("ALLOWED\n").doesNotContain("\u001b");
        assertThat(ask(ALICE, "s3:PutObject", OBJECT, "--policy", reading)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("DENIED\n")
                .contains(
                        "because no identity-based policy allows the s3:PutObject action",
                        "{\"Effect\":\"Allow\",\"Action\":\"s3:PutObject\",\"Resource\":\""
                                + OBJECT);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void contextIsAskedAndNearMissesAreTold() throws IOException {
        String office =
                file(
                        "office.json",
                        statement(
                                "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":"
                                        + "{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"},"
                                        + "\"StringEquals\":{\"aws:username\":\"alice\"},"
                                        + "\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"a\",\"b\"]}}"));
        String[] given = {
            "--policy",
            office,
            "--context",
            "aws:SourceIp=192.0.2.7",
            "aws:TagKeys=a",
            "aws:TagKeys=b"
        };
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, given)).isZero();
        given[3] = "aws:SourceIp=10.0.0.9";
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, given)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "aws:SourceIp was 10.0.0.9 and the statement wants 192.0.2.0/24",
                        "aws:SourceIp = 192.0.2.1");
    }

    @Test
    void everyTypeOfPolicyCanBeGiven() throws IOException {
        String all = allow("all.json", "*");
        String ec2 = allow("ec2.json", "ec2:*");
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, "--policy", all, "--boundary", ec2))
                .isEqualTo(1);
        assertThat(out.toString()).contains("because no permissions boundary allows");
        String role = "arn:aws:iam::111122223333:role/app";
        assertThat(ask(role, "s3:GetObject", OBJECT, "--policy", all, "--session", ec2))
                .isEqualTo(1);
        assertThat(out.toString()).contains("because no session policy allows");
        assertThat(
                        ask(
                                ALICE,
                                "s3:GetObject",
                                OBJECT,
                                "--policy",
                                all,
                                "--scp",
                                ec2 + "," + all,
                                "--scp",
                                ec2))
                .isEqualTo(1);
        assertThat(out.toString()).contains("service control: says nothing at level 2");
        String bucket =
                file(
                        "bucket.json",
                        statement(
                                "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                                        + ALICE
                                        + "\"},\"Action\":\"s3:*\",\"Resource\":\"*\""));
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, "--resource-policy", bucket)).isZero();
        String elsewhere = "444455556666";
        assertThat(
                        ask(
                                ALICE,
                                "s3:GetObject",
                                OBJECT,
                                "--resource-policy",
                                bucket,
                                "--resource-account",
                                elsewhere))
                .isEqualTo(1);
        String trust =
                file(
                        "trust.json",
                        statement(
                                "\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},"
                                        + "\"Action\":\"sts:AssumeRole\""));
        assertThat(ask("ec2.amazonaws.com", "sts:AssumeRole", role, "--trust", trust)).isZero();
        assertThat(ask(ALICE, "sts:AssumeRole", role, "--trust", trust)).isEqualTo(1);
        assertThat(out.toString()).contains("\"Principal\":{\"AWS\":\"" + ALICE + "\"}");
    }

    @Test
    void whatAwsDoesNotDefineIsDeniedAndSaidSo() throws IOException {
        String all = allow("all.json", "*");
        assertThat(ask(ALICE, "s3:GetObjct", OBJECT, "--policy", all)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("DENIED\n")
                .contains("AWS defines no action `s3:GetObjct`: did you mean `s3:GetObject");
        assertThat(ask(ALICE, "s3:GetObjct", OBJECT, "--json", "--policy", all)).isEqualTo(1);
        assertThat(new JsonMapper().readTree(out.toString()).get("similar").toString())
                .contains("s3:GetObject");
        String bucket =
                file(
                        "own.json",
                        statement(
                                "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::*\""));
        String[] own = {"--policy", bucket};
        assertThat(ask(ALICE, "s3:ListAllMyBuckets", "arn:aws:s3:::b", own)).isEqualTo(1);
        assertThat(err.toString()).contains("has no resource, and is decided on *");
        assertThat(out.toString()).contains("the action has no resource here");
    }

    @Test
    void jsonIsOneObject() throws IOException {
        String reading = allow("reading.json", "s3:Get*");
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, "--json", "--policy", reading)).isZero();
        assertThat(ask(ALICE, "s3:PutObject", OBJECT, "--json", "--policy", reading)).isEqualTo(1);
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json.get("verdict").asString()).isEqualTo("implicitDeny");
        assertThat(json.get("proposals").get(0).get("changes").get(0).get("change").asString())
                .isEqualTo("addStatement");
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithItsPlaceAndEndsWithTwo() throws IOException {
        String all = allow("all.json", "*");
        String typo =
                file(
                        "typo.json",
                        statement("\"Efect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\""));
        String operator =
                file(
                        "operator.json",
                        statement(
                                "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
                                        + "\"Condition\":{\"StringEqual\":{\"a:b\":\"c\"}}"));
        String broken = file("broken.json", "{\"Version\":\"2012-10-17\",\n");
        String[][] wrong = {
            {
                "typo.json:2:15: `Efect` is no element here: did you mean `Effect`?",
                "--policy",
                typo
            },
            {"did you mean `StringEquals`?", "--policy", operator},
            {"broken.json:2:1: the document ends early", "--policy", broken},
            {"there is no file", "--policy", folder.resolve("none.json").toString()},
            {"must be like aws:SourceIp=192.0.2.1", "--policy", all, "--context", "aws:SourceIp"},
            {"12 digits", "--policy", all, "--resource-account", "1"},
            {"unknown option `--bondary`: did you mean `--boundary`?", "--bondary", all},
            {"`--trust` is for actions of sts", "--trust", all}
        };
        for (String[] each : wrong) {
            String[] more = java.util.Arrays.copyOfRange(each, 1, each.length);
            assertThat(ask(ALICE, "s3:GetObject", OBJECT, more)).as(each[0]).isEqualTo(2);
            assertThat(err.toString()).contains(each[0]).doesNotContain("\tat ");
            assertThat(out.toString()).isEmpty();
        }
        assertThat(ask("alice", "s3:GetObject", OBJECT, "--policy", all)).isEqualTo(2);
        assertThat(err.toString()).contains("a principal is the ARN of a user");
        assertThat(ask("arn:aws:iam::111122223333:group/g", "s3:GetObject", OBJECT)).isEqualTo(2);
        assertThat(ask(ALICE, "GetObject", OBJECT, "--policy", all)).isEqualTo(2);
        assertThat(err.toString()).contains("one action like s3:GetObject");
        assertThat(ask(ALICE, "s3:GetObject", "bucket", "--policy", all)).isEqualTo(2);
        assertThat(err.toString()).contains("an ARN like arn:aws:s3:::bucket/key");
        assertThat(run("--action", "s3:GetObject")).isEqualTo(2);
        String role = "arn:aws:iam::111122223333:role/app";
        assertThat(ask(ALICE, "sts:AssumeRole", role, "--policy", all)).isEqualTo(2);
        assertThat(err.toString()).contains("give it with --trust FILE");
    }

    @Test
    void aRunningServerIsAskedBySignedCalls() throws Exception {
        Map<String, String> options =
                Map.of("port", "0", "managementPort", "0", "data", folder.toString());
        try (Server server =
                Server.start(ConfigLoader.load(options, Map.of(), null), InstantSource.system())) {
            ApiClient client = new ApiClient(server.apiUrl(), InstantSource.system());
            ApiClient.Credentials admin = LocalKeys.find(folder, null, null);
            String account =
                    client.call(admin, "sts", "GetCallerIdentity", Map.of()).text("Account");
            String alice = "arn:aws:iam::" + account + ":user/alice";
            String role = "arn:aws:iam::" + account + ":role/app";
            make(client, admin, alice);
            String[] where = {"--data", folder.toString(), "--endpoint", server.apiUrl() + ""};
            assertThat(ask(alice, "s3:GetObject", OBJECT, where)).as("%s", err).isZero();
            assertThat(out.toString()).contains("group/readers/inline/read at 1:37");
            assertThat(ask(alice, "s3:PutObject", OBJECT, where)).isEqualTo(1);
            assertThat(out.toString()).contains("no identity-based policy allows");
            assertThat(ask(alice, "sts:AssumeRole", role, where)).isZero();
            assertThat(ask("ec2.amazonaws.com", "sts:AssumeRole", role, where)).isEqualTo(1);
            assertThat(ask(role, "s3:GetObject", OBJECT, where)).isEqualTo(1);
            assertThat(ask(alice + "e", "s3:GetObject", OBJECT, where)).isEqualTo(2);
            assertThat(err.toString()).contains("unknown user `alicee`: did you mean `alice`?");
            assertThat(ask(ALICE, "s3:GetObject", OBJECT, where)).isEqualTo(2);
            assertThat(err.toString()).contains("sees no other account's policies");
            String[] asAlice = {where[0], where[1], where[2], where[3], "--user", "alice"};
            assertThat(ask(alice, "s3:GetObject", OBJECT, asAlice))
                    .as("not permitted")
                    .isEqualTo(2);
            assertThat(err.toString()).contains("AccessDenied");
        }
        String[] gone = {"--data", folder.toString(), "--endpoint", "http://127.0.0.1:1"};
        assertThat(ask(ALICE, "s3:GetObject", OBJECT, gone)).as("nobody is there").isEqualTo(2);
    }

    private static void make(ApiClient client, ApiClient.Credentials admin, String alice)
            throws IOException {
        String read =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}";
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                        + alice
                        + "\"},\"Action\":\"sts:AssumeRole\"}}";
        String[][] calls = {
            {"CreateUser", "UserName", "alice"},
            {"CreateAccessKey", "UserName", "alice"},
            {"CreateGroup", "GroupName", "readers"},
            {"AddUserToGroup", "GroupName", "readers", "UserName", "alice"},
            {
                "PutGroupPolicy",
                "GroupName",
                "readers",
                "PolicyName",
                "read",
                "PolicyDocument",
                read
            },
            {"CreateRole", "RoleName", "app", "AssumeRolePolicyDocument", trust}
        };
        for (String[] call : calls) {
            Map<String, String> parameters = new java.util.LinkedHashMap<>();
            for (int i = 1; i < call.length; i += 2) {
                parameters.put(call[i], call[i + 1]);
            }
            ApiClient.Reply reply = client.call(admin, "iam", call[0], parameters);
            assertThat(reply.ok())
                    .as(call[0] + " " + Objects.toString(reply.text("Message")))
                    .isTrue();
        }
    }
}
