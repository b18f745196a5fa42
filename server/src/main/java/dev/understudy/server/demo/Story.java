package dev.understudy.server.demo;

import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.policy.AccountId;
import dev.understudy.server.ApiClient;
import dev.understudy.server.FirstStart;
import dev.understudy.server.Server;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The story of IAM roles: a user, a role, a service role, a service-linked role, a cross-account
 * role, a role for a web identity. Every line that it prints comes of a request that the server
 * answered.
 */
public final class Story {
    /** The account that owns the roles. */
    public static final String TRUSTING = "111122223333";

    private static final String TRUSTED = "444455556666";

    /** The accounts that the story makes. */
    public static final List<String> ACCOUNTS = List.of(TRUSTING, TRUSTED);

    private static final String ISSUER = "https://login.demo.example";
    private static final String CLIENT_ID = "understudy-demo";
    private static final String ROLE = "arn:aws:iam::" + TRUSTING + ":role/";

    private final Server server;
    private final InstantSource clock = InstantSource.system();
    private final Stage stage;

    /** A story against this server, told to the writer. */
    public Story(Server server, PrintWriter out, boolean colour) {
        this.server = server;
        this.stage = new Stage(new ApiClient(server.apiUrl(), clock), out, colour);
    }

    /** Plays it; whether everything turned out as told. */
    public boolean play() throws IOException {
        Stage.Actor admin = account(TRUSTING);
        Stage.Actor partner = account(TRUSTED);
        stage.explainedTo(admin);
        Stage.Actor alice = user(admin);
        role(admin, alice);
        serviceRole(admin, alice);
        serviceLinkedRole(admin);
        crossAccountRole(admin, partner);
        webIdentityRole(admin);
        return stage.asTold();
    }

    /** Accounts come from the command line or the configuration, not from the API. */
    private Stage.Actor account(String id) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        java.nio.file.Path file = server.data().resolve("credentials-" + id);
        FirstStart.makeAdministrator(AccountId.of(id), "admin", file, server.store(), now);
        return new Stage.Actor("admin of " + id, ApiClient.Credentials.read(file));
    }

    private Stage.Actor user(Stage.Actor admin) throws IOException {
        stage.scene("1. An IAM user: a person or an application, with permissions of its own");
        stage.does(admin, "iam", "CreateUser", "UserName", "alice");
        stage.does(
                admin,
                "iam",
                "PutUserPolicy",
                "UserName",
                "alice",
                "PolicyName",
                "lookAround",
                "PolicyDocument",
                Documents.LOOK_AROUND);
        ApiClient.Credentials keys =
                stage.does(admin, "iam", "CreateAccessKey", "UserName", "alice").credentials();
        Stage.Actor alice =
                new Stage.Actor(
                        "alice",
                        new ApiClient.Credentials(keys.accessKeyId(), keys.secret(), null));
        stage.does(alice, "sts", "GetCallerIdentity");
        stage.does(alice, "iam", "ListRoles");
        stage.mayNot(alice, "AccessDenied", admin, "iam", "CreateUser", "UserName", "mallory");
        return alice;
    }

    private void role(Stage.Actor admin, Stage.Actor alice) throws IOException {
        stage.scene("2. An IAM role: permissions without an owner, assumed for a time");
        stage.does(
                admin,
                "iam",
                "CreateRole",
                "RoleName",
                "gardener",
                "AssumeRolePolicyDocument",
                Documents.trust("{\"AWS\":\"arn:aws:iam::" + TRUSTING + ":user/alice\"}", ""));
        stage.does(
                admin,
                "iam",
                "PutRolePolicy",
                "RoleName",
                "gardener",
                "PolicyName",
                "groups",
                "PolicyDocument",
                Documents.GROUPS);
        ApiClient.Reply assumed =
                stage.does(
                        alice,
                        "sts",
                        "AssumeRole",
                        "RoleArn",
                        ROLE + "gardener",
                        "RoleSessionName",
                        "morning");
        Stage.Actor session = new Stage.Actor("alice as gardener", assumed.credentials());
        stage.does(session, "iam", "CreateGroup", "GroupName", "roses");
        stage.mayNot(session, "AccessDenied", admin, "iam", "ListRoles");
    }

    private void serviceRole(Stage.Actor admin, Stage.Actor alice) throws IOException {
        stage.scene(
                "3. A service role: EC2 hands it to the applications of an instance, by its"
                        + " instance profile");
        stage.does(
                admin,
                "iam",
                "CreateRole",
                "RoleName",
                "web-tier",
                "AssumeRolePolicyDocument",
                Documents.trust("{\"Service\":\"ec2.amazonaws.com\"}", ""));
        stage.does(admin, "iam", "CreateInstanceProfile", "InstanceProfileName", "web-tier");
        stage.does(
                admin,
                "iam",
                "AddRoleToInstanceProfile",
                "InstanceProfileName",
                "web-tier",
                "RoleName",
                "web-tier");
        stage.mayNot(
                admin,
                "AccessDenied",
                admin,
                "sts",
                "AssumeRole",
                "RoleArn",
                ROLE + "web-tier",
                "RoleSessionName",
                "me");
        stage.mayNot(
                alice,
                "AccessDenied",
                admin,
                "iam",
                "AddRoleToInstanceProfile",
                "InstanceProfileName",
                "web-tier",
                "RoleName",
                "gardener");
    }

    private void serviceLinkedRole(Stage.Actor admin) throws IOException {
        stage.scene("4. A service-linked role: Auto Scaling's, predefined, and nobody's to change");
        stage.does(
                admin,
                "iam",
                "CreateServiceLinkedRole",
                "AWSServiceName",
                "autoscaling.amazonaws.com");
        String name = "AWSServiceRoleForAutoScaling";
        stage.mayNot(
                admin,
                "UnmodifiableEntity",
                null,
                "iam",
                "AttachRolePolicy",
                "RoleName",
                name,
                "PolicyArn",
                "arn:aws:iam::aws:policy/AdministratorAccess");
        stage.mayNot(admin, "UnmodifiableEntity", null, "iam", "DeleteRole", "RoleName", name);
        stage.mayNot(
                admin,
                "AccessDenied",
                admin,
                "sts",
                "AssumeRole",
                "RoleArn",
                ROLE + "aws-service-role/autoscaling.amazonaws.com/" + name,
                "RoleSessionName",
                "me");
    }

    private void crossAccountRole(Stage.Actor admin, Stage.Actor partner) throws IOException {
        stage.scene(
                "5. A cross-account role: "
                        + TRUSTING
                        + " trusts "
                        + TRUSTED
                        + ", if it says the external id");
        stage.does(
                admin,
                "iam",
                "CreateRole",
                "RoleName",
                "auditor",
                "AssumeRolePolicyDocument",
                Documents.trust(
                        "{\"AWS\":\"" + TRUSTED + "\"}",
                        ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"unicorn\"}}"));
        stage.does(
                admin,
                "iam",
                "AttachRolePolicy",
                "RoleName",
                "auditor",
                "PolicyArn",
                "arn:aws:iam::aws:policy/IAMReadOnlyAccess");
        stage.mayNot(
                partner,
                "AccessDenied",
                admin,
                "sts",
                "AssumeRole",
                "RoleArn",
                ROLE + "auditor",
                "RoleSessionName",
                "audit");
        ApiClient.Reply assumed =
                stage.does(
                        partner,
                        "sts",
                        "AssumeRole",
                        "RoleArn",
                        ROLE + "auditor",
                        "RoleSessionName",
                        "audit",
                        "ExternalId",
                        "unicorn");
        stage.does(
                new Stage.Actor("partner as auditor", assumed.credentials()),
                "iam",
                "GetUser",
                "UserName",
                "alice");
    }

    private void webIdentityRole(Stage.Actor admin) throws IOException {
        stage.scene("6. A role for a web identity: whoever an identity provider vouches for");
        TestIdentityProvider issuer = TestIdentityProvider.of(ISSUER, clock);
        server.provideKeys(ISSUER, issuer.keySet());
        String provider =
                stage.does(
                                admin,
                                "iam",
                                "CreateOpenIDConnectProvider",
                                "Url",
                                ISSUER,
                                "ClientIDList.member.1",
                                CLIENT_ID)
                        .text("OpenIDConnectProviderArn");
        String condition = ",\"Condition\":{\"StringEquals\":{\"login.demo.example:sub\":\"bob\"}}";
        String trust =
                Documents.trust("{\"Federated\":\"" + provider + "\"}", condition)
                        .replace("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity");
        stage.does(
                admin,
                "iam",
                "CreateRole",
                "RoleName",
                "visitor",
                "AssumeRolePolicyDocument",
                trust);
        stage.mayNot(
                new Stage.Actor("eve, with a token,", null),
                "AccessDenied",
                admin,
                "sts",
                "AssumeRoleWithWebIdentity",
                "RoleArn",
                ROLE + "visitor",
                "RoleSessionName",
                "eve",
                "WebIdentityToken",
                issuer.token(Token.of("eve", CLIENT_ID)));
        ApiClient.Reply assumed =
                stage.does(
                        new Stage.Actor("bob, with a token,", null),
                        "sts",
                        "AssumeRoleWithWebIdentity",
                        "RoleArn",
                        ROLE + "visitor",
                        "RoleSessionName",
                        "bob",
                        "WebIdentityToken",
                        issuer.token(Token.of("bob", CLIENT_ID)));
        stage.does(
                new Stage.Actor("bob as visitor", assumed.credentials()),
                "sts",
                "GetCallerIdentity");
    }
}
