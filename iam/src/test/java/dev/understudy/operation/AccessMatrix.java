package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.DelegationRequest;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Understudy;
import dev.understudy.iam.World;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.Principal;

import software.amazon.awssdk.core.SdkPojo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What each operation asks to be allowed, in one world, by its own {@code access}: alice, in a
 * group, who has tags and a boundary, and may do everything.
 */
final class AccessMatrix implements AutoCloseable {
    private final World world = new World();
    private final String accessKeyId;
    private final Registry registry;

    /**
     * One line.
     *
     * @param checks what must be allowed; empty if anybody who signed may call
     * @param error the code of the refusal if the input names nothing to decide about, else empty
     */
    record Row(Service service, String operation, List<Check> checks, String error) {}

    AccessMatrix() {
        Client admin = world.admin(World.TRUSTING);
        String[] tag = {"Tags.member.1.Key", "team", "Tags.member.1.Value", "blue"};
        send(admin, "CreatePolicy", tag, "PolicyName", "edge", "PolicyDocument", allow("*"));
        send(
                admin,
                "CreatePolicy",
                tag,
                "PolicyName",
                "readers",
                "PolicyDocument",
                allow("s3:Get*"));
        String edge = SampleInput.ACCOUNT + "policy/edge";
        send(
                admin,
                "CreateUser",
                tag,
                "UserName",
                "alice",
                "Path",
                "/team/",
                "PermissionsBoundary",
                edge);
        send(admin, "CreateGroup", new String[0], "GroupName", "developers", "Path", "/team/");
        send(
                admin,
                "CreateRole",
                tag,
                "RoleName",
                "auditor",
                "Path",
                "/team/",
                "PermissionsBoundary",
                edge,
                "AssumeRolePolicyDocument",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\"111122223333\"},\"Action\":\"sts:*\"}}");
        send(admin, "CreateInstanceProfile", tag, "InstanceProfileName", "web");
        send(
                admin,
                "AddRoleToInstanceProfile",
                new String[0],
                "InstanceProfileName",
                "web",
                "RoleName",
                "auditor");
        send(
                admin,
                "CreateOpenIDConnectProvider",
                tag,
                "Url",
                "https://id.example.org",
                "ThumbprintList.member.1",
                "0123456789012345678901234567890123456789");
        world.put(World.TRUSTING, delegationRequest());
        accessKeyId =
                send(admin, "CreateAccessKey", new String[0], "UserName", "alice")
                        .text("AccessKeyId");
        registry =
                new Registry(
                        Understudy.operations(
                                world.directory(),
                                world.keyring(),
                                new SessionTokens(world.keyring()),
                                new Decisions(),
                                issuer -> null,
                                new SecureRandom(),
                                new LastUse(),
                                new LastAccess()));
    }

    /** A request that alice took on. */
    private DelegationRequest delegationRequest() {
        return new DelegationRequest(
                "sample-delegation-request",
                "111122223333",
                null,
                "sample",
                null,
                SampleInput.ACCOUNT + "policy/readers",
                List.of(),
                PolicyDocument.parse(allow("s3:Get*")),
                "sample",
                null,
                "channel",
                3600,
                false,
                world.instant(),
                new DelegationRequest.Progress(
                        "ASSIGNED",
                        world.instant(),
                        world.instant(),
                        SampleInput.ACCOUNT + "user/team/alice",
                        null,
                        null,
                        null));
    }

    private static String allow(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}}"
                .formatted(action);
    }

    private static Answer send(Client client, String action, String[] more, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of(more));
        return client.call(action, all.toArray(String[]::new)).ok();
    }

    /** Every operation there is, by service and name. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Service service : Service.values()) {
            registry.entries(service).stream()
                    .filter(entry -> entry.operation() != null)
                    .sorted(Comparator.comparing(Registry.Entry::name))
                    .forEach(entry -> rows.add(row(service, entry)));
        }
        return rows;
    }

    private Row row(Service service, Registry.Entry entry) {
        SdkPojo input = SampleInput.of(entry, accessKeyId);
        try {
            Access access = access(Objects.requireNonNull(entry.operation()), input, call(service));
            return new Row(service, entry.name(), checks(access), "");
        } catch (AwsError error) {
            return new Row(service, entry.name(), List.of(), error.code().wire());
        }
    }

    @SuppressWarnings("unchecked") // the input is of the shape that the registry has for it
    private static <I extends SdkPojo> Access access(
            Operation<I, ?> operation, SdkPojo input, AuthenticatedCall call) {
        return operation.access((I) input, call);
    }

    private static List<Check> checks(Access access) {
        return switch (access) {
            case Access.AnySignedCaller any -> List.of();
            case Access.Permission permission -> permission.checks();
            case Access.OutsideIdentity outside -> outside.checks();
        };
    }

    private AuthenticatedCall call(Service service) {
        Account account = world.account(World.TRUSTING);
        var alice = Objects.requireNonNull(account.user("alice"));
        Caller caller =
                new Caller(
                        new Principal.IamUser(account.id(), alice.arn(account), alice.id()),
                        account.id(),
                        alice.id(),
                        alice.name(),
                        alice.tags(),
                        accessKeyId,
                        null);
        RequestFacts facts =
                new RequestFacts(
                        service,
                        world.instant(),
                        "request",
                        "us-east-1",
                        "127.0.0.1",
                        false,
                        null,
                        null);
        return new AuthenticatedCall(
                facts, caller, account, new DirectoryAccounts(world.directory()));
    }

    /** The keys of a check as the catalog names them: the tags' own keys left open. */
    static List<String> keys(Check check) {
        return check.keys().keySet().stream()
                .map(key -> key.replaceFirst("Tag/.*", "Tag/\\${TagKey}"))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        world.close();
    }
}
