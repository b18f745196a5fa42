package dev.understudy.operation;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Wire;
import dev.understudy.iam.World;
import dev.understudy.signature.HttpHeader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/**
 * Requests that are meant to harm, or that two readers could understand differently. None of them
 * writes anything.
 */
class HostileRequestTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final long before = world.account(TRUSTING).version();

    @AfterEach
    void nothingWasWritten() {
        assertThat(world.account(TRUSTING).version()).isEqualTo(before);
        admin.call("GetCallerIdentity").ok();
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=CreateUser&Action=ListUsers&Version=2010-05-08&UserName=u",
                "Action=CreateUser&action=ListUsers&Version=2010-05-08&UserName=u",
                "Action=CreateUser&%41ction=ListUsers&Version=2010-05-08&UserName=u",
                "ACTION=CreateUser&Version=2010-05-08&UserName=u",
                "Action=CreateUser&Version=2010-05-08&version=2010-05-08&UserName=u",
                "Action=CreateUser&Version=2010-05-08&UserName=u&UserName=v",
                "Action=CreateUser&Version=2010-05-08&UserName=%zz",
                "Action=CreateUser&Version=2010-05-08&UserName=%C3%28",
                "Action=CreateUser&Version=2010-05-08&UserName=%",
                "Action=CreateUser&Version=2010-05-08&UserName=u&Tags.member.0.Key=a",
                "Action=CreateUser&Version=2010-05-08&UserName=u&Tags.member.x.Key=a",
                "Action=CreateUser&Version=2010-05-08&UserName=u&Tags.member.99999999999.Key=a",
                "Action=CreateUser&Version=2010-05-08&UserName=u&a.b.c.d.e.f.g.h.i.j.k.l.m.n.o=1"
            })
    void ambiguousParametersAreRefused(String form) {
        Wire.send(world, admin, form, "iam").refused("MalformedInput");
    }

    @Test
    void twoContentTypesAreNotChosenFrom() {
        HttpHeader form = new HttpHeader("Content-Type", "application/x-www-form-urlencoded");
        HttpHeader json = new HttpHeader("content-type", "application/json");
        for (List<HttpHeader> headers : List.of(List.of(form, json), List.of(json, form))) {
            WireRequest request =
                    new WireRequest("POST", "/", "", headers, new byte[0], "127.0.0.1", false);
            assertThatThrownBy(() -> QueryReader.read(request))
                    .isInstanceOf(AwsError.class)
                    .hasMessage("the header Content-Type is given more than once");
        }
    }

    @Test
    void tooManyParametersAreRefused() {
        StringBuilder form = new StringBuilder("Action=CreateUser&Version=2010-05-08&UserName=u");
        for (int i = 0; i < 10_000; i++) {
            form.append("&p").append(i).append("=v");
        }
        Wire.send(world, admin, form.toString(), "iam").refused("MalformedInput");
    }

    @Test
    void aMegabyteInAValueIsRefused() {
        String form = "Action=CreateUser&Version=2010-05-08&UserName=" + "a".repeat(1_000_000);
        Wire.send(world, admin, form, "iam").refused("ValidationError");
        String path =
                "Action=CreateUser&Version=2010-05-08&UserName=u&Path="
                        + "/a".repeat(500_000)
                        + "/";
        Wire.send(world, admin, path, "iam").refused("ValidationError");
        String policy =
                "Action=CreatePolicy&Version=2010-05-08&PolicyName=p&PolicyDocument="
                        + "%5B".repeat(300_000);
        Wire.send(world, admin, policy, "iam").refused("ValidationError");
    }

    @Test
    void aRefusalThatRepeatsTheRequestStaysReadable() {
        String value = "Action=AssumeRole&Version=2011-06-15&RoleArn=" + "%C3%A9".repeat(150_000);
        Answer answer = Wire.send(world, admin, value, "sts").refused("ValidationError");
        assertThat(answer.message()).hasSizeLessThan(100_000).endsWith("...");
    }

    @Test
    void unknownActionsAndVersions() {
        Wire.send(world, admin, "Action=Nothing&Version=2010-05-08", "iam")
                .refused(
                        400,
                        "InvalidAction",
                        "Could not find operation Nothing for version 2010-05-08");
        Wire.send(world, admin, "Action=ListUsers", "iam")
                .refused(
                        400,
                        "InvalidAction",
                        "Could not find operation ListUsers for version NO_VERSION_SPECIFIED");
        Wire.send(world, admin, "Action=ListUsers&Version=2010-05-08", "sts")
                .refused(
                        400,
                        "InvalidAction",
                        "Could not find operation ListUsers for version 2010-05-08");
        Wire.send(world, admin, "Action=ListUsers&Version=2010-05-08", "s3")
                .refused(
                        403,
                        "SignatureDoesNotMatch",
                        "Credential should be scoped to correct service: 'iam'. ");
    }

    @Test
    void echoedTextStaysText() {
        Answer answer =
                Wire.send(world, admin, "Action=%3Cscript%3E%01%26&Version=2010-05-08", "iam");
        assertThat(answer.message())
                .isEqualTo("Could not find operation <script>\uFFFD& for version 2010-05-08");
    }

    @Test
    void unsignedRequestsAreNobodys() {
        world.unsigned("ListUsers")
                .refused(
                        403,
                        "MissingAuthenticationToken",
                        "Request is missing Authentication Token");
        world.unsigned("GetCallerIdentity").refused("MissingAuthenticationToken");
    }

    @Test
    void keysThatAreNotGood() {
        String wrong = admin.secret().substring(1) + "x";
        world.client(admin.accessKeyId(), wrong, null)
                .call("ListUsers")
                .refused("SignatureDoesNotMatch");
        String invalid = "The security token included in the request is invalid";
        world.client("AKIARTX3GSDSQAAAAAAA", wrong, null)
                .call("ListUsers")
                .refused(403, "InvalidClientTokenId", invalid);
        world.client(admin.accessKeyId(), admin.secret(), "token")
                .call("ListUsers")
                .refused(403, "InvalidClientTokenId", invalid);
        Answer session = admin.call("GetSessionToken").ok();
        String token = session.text("SessionToken");
        String id = session.text("AccessKeyId");
        String secret = session.text("SecretAccessKey");
        world.client(id, secret, token).call("GetCallerIdentity").ok();
        world.client(id, secret, null).call("GetCallerIdentity").refused("InvalidClientTokenId");
        Answer other = admin.call("GetSessionToken").ok();
        world.client(id, secret, other.text("SessionToken"))
                .call("GetCallerIdentity")
                .refused("InvalidClientTokenId");
        world.client(other.text("AccessKeyId"), secret, token)
                .call("GetCallerIdentity")
                .refused("InvalidClientTokenId");
        for (int i = 0; i < token.length(); i += 7) {
            String changed =
                    token.substring(0, i)
                            + (token.charAt(i) == 'A' ? 'B' : 'A')
                            + token.substring(i + 1);
            world.client(id, secret, changed)
                    .call("GetCallerIdentity")
                    .refused("InvalidClientTokenId");
        }
        world.client(id, secret, token.substring(0, 40))
                .call("GetCallerIdentity")
                .refused("InvalidClientTokenId");
        world.client(id, secret, "A".repeat(100_000))
                .call("GetCallerIdentity")
                .refused("InvalidClientTokenId");
    }

    @Test
    void conditionKeysCannotBeSent() {
        Client eve =
                world.userWith(
                        World.TRUSTED,
                        "eve",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/role\":\"boss\"}}}}");
        WireRequest request = eve.request("ListUsers", "aws:PrincipalTag/role", "boss");
        List<HttpHeader> headers = new ArrayList<>(request.headers());
        headers.add(new HttpHeader("aws:PrincipalTag/role", "boss"));
        Wire.send(
                        world,
                        new WireRequest(
                                "POST", "/", "", headers, request.body(), "127.0.0.1", false))
                .refused("AccessDenied");
    }

    @Test
    void bodiesOfOtherTypesAreNotRead() {
        WireRequest request = admin.request("CreateUser", "UserName", "u");
        WireRequest plain =
                new WireRequest(
                        "PUT", "/", "", request.headers(), request.body(), "127.0.0.1", false);
        assertThat(Wire.send(world, plain).status()).isBetween(300, 499);
        WireRequest cut =
                new WireRequest(
                        "POST",
                        "/",
                        "",
                        request.headers(),
                        new byte[] {'A', 'c'},
                        "127.0.0.1",
                        false);
        Wire.send(world, cut).refused("SignatureDoesNotMatch");
    }
}
