package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.iam.Understudy;
import dev.understudy.iam.World;
import dev.understudy.iam.outboundfederation.IssuerUrls;
import dev.understudy.policy.Principal;

import software.amazon.awssdk.core.SdkPojo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each operation asks to be allowed, in one world, by its own {@code access}: alice, in a
 * group, who has tags and a boundary, and may do everything.
 */
final class AccessMatrix implements AutoCloseable {
    private final World world = new World();
    private final Map<String, String> ids;
    private final Registry registry;

    /**
     * One line.
     *
     * @param checks what must be allowed; empty if anybody who signed may call
     * @param error the code of the refusal if the input names nothing to decide about, else empty
     */
    record Row(Service service, String operation, List<Check> checks, String error) {}

    AccessMatrix() {
        ids = SampleWorld.fill(world);
        registry =
                new Registry(
                        Understudy.operations(
                                world.directory(),
                                world.keyring(),
                                new SessionTokens(world.keyring()),
                                new Decisions(),
                                IdentityProviders.of(KeySource.given(issuer -> null)),
                                new SamlResponseVerifier(AssertionConsumers.aws(), false),
                                new SecureRandom(),
                                new LastUse(),
                                new LastAccess(),
                                new IssuerUrls(null)));
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
        SdkPojo input = SampleInput.of(entry, ids);
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
                        Objects.requireNonNull(ids.get("AccessKeyId")),
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
                        null,
                        null,
                        Map.of());
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
