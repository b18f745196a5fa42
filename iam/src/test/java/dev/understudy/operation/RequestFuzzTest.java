package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Directory;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.iam.Client;
import dev.understudy.iam.Understudy;
import dev.understudy.iam.outboundfederation.IssuerUrls;
import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every operation, with inputs that are good, just at a limit, wrong, or spoiled on the wire: no
 * request makes the server fail, no answer is broken or tells of the program's inside, and what is
 * refused changes no account.
 *
 * <p>{@code -Dunderstudy.requests=1000000} for more, {@code -Dunderstudy.seed=7} for others.
 */
class RequestFuzzTest {
    /**
     * What no generated request can get: a token or response must be signed by somebody outside, an
     * exchange token is handed out by whoever runs the server, and there are no role templates.
     */
    private static final Set<String> BY_NO_REQUEST =
            Set.of(
                    "AssumeRoleWithSAML",
                    "AssumeRoleWithWebIdentity",
                    "GetDelegatedAccessToken",
                    "AcquireRole",
                    "GetRoleTemplateVersion");

    private static final int REQUESTS = Integer.getInteger("understudy.requests", 60_000);
    private static final long SEED = Long.getLong("understudy.seed", 1);

    /** Accounts grow, and lose what operations need, with what is accepted. */
    private static final int REQUESTS_OF_A_WORLD = 5_000;

    /** What hashes passwords costs as much as a thousand others, and is target less often. */
    private static final Set<String> HASHING =
            Set.of("CreateLoginProfile", "UpdateLoginProfile", "ChangePassword");

    private static final int HASHED_ONE_IN = 8;

    /** How likely a value of an input is wrong. */
    private static final List<Double> WRONG = List.of(0.0, 0.0, 0.1, 0.5);

    private static final int SPOILED_ONE_IN = 5;
    private static final int SHOWN = 3_000;

    private final Random random = new Random(SEED);
    private final List<Target> operations = operations();
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    /** An operation of AWS's API, served or not, and the service that has it. */
    private record Target(Service service, Registry.Entry entry) {
        String name() {
            return entry.name();
        }
    }

    @Test
    void noRequestDoesHarm() {
        for (int sent = 0; sent < REQUESTS; sent += REQUESTS_OF_A_WORLD) {
            try (FuzzWorld world = new FuzzWorld()) {
                FuzzTexts texts = new FuzzTexts(random, world.kept());
                int end = Math.min(REQUESTS, sent + REQUESTS_OF_A_WORLD);
                for (int number = sent; number < end; number++) {
                    send(world, texts, next(), number);
                }
            }
        }
        theRequestsWereWorthIt();
    }

    /**
     * A generator that only makes refusals would find nothing: nine of ten operations must work.
     */
    private void theRequestsWereWorthIt() {
        if (REQUESTS >= operations.size() * 100) {
            long served =
                    operations.stream()
                            .filter(o -> o.entry().operation() != null)
                            .filter(o -> !BY_NO_REQUEST.contains(o.name()))
                            .count();
            assertThat(refused).hasSize(operations.size());
            assertThat(accepted).hasSizeGreaterThan((int) (served * 9 / 10));
        }
    }

    private Target next() {
        Target drawn = operations.get(random.nextInt(operations.size()));
        boolean again = HASHING.contains(drawn.name()) && random.nextInt(HASHED_ONE_IN) > 0;
        return again ? next() : drawn;
    }

    private void send(FuzzWorld world, FuzzTexts texts, Target target, int number) {
        byte[] body = body(texts, target);
        Map<AccountId, Long> before = world.versions();
        WireResponse response = world.answer(request(anyOf(world.callers()), target, body));
        String fault = new FuzzAnswers(texts).fault(response, target.service());
        boolean refusal = response.status() >= 400;
        if (fault.isEmpty() && refusal && !world.versions().equals(before)) {
            fault = "refused, and changed an account";
        }
        if (!fault.isEmpty()) {
            throw new AssertionError(
                    "%s: request %d of seed %d, %s%n%s%n%d %s"
                            .formatted(
                                    fault,
                                    number,
                                    SEED,
                                    target.name(),
                                    shown(body),
                                    response.status(),
                                    shown(response.body())));
        }
        (refusal ? refused : accepted).add(target.service().scope() + ":" + target.name());
    }

    private byte[] body(FuzzTexts texts, Target target) {
        double wrong = anyOf(WRONG);
        Service service = target.service();
        Map<String, Object> input =
                new FuzzInputs(random, texts, service, wrong).of(target.entry());
        FuzzWire wire = new FuzzWire(random, texts);
        boolean spoiled = random.nextInt(SPOILED_ONE_IN) == 0;
        if (service.speaksJson()) {
            return spoiled ? wire.spoiledJson(input) : FuzzWire.json(input);
        }
        return spoiled
                ? wire.spoiledForm(service, target.name(), input)
                : FuzzWire.form(service, target.name(), input);
    }

    private static WireRequest request(Client caller, Target target, byte[] body) {
        return target.service().speaksJson()
                ? caller.jsonRequest("AWSOrganizationsV20161128." + target.name(), body)
                : caller.formRequest(body, target.service().scope());
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String shown(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), SHOWN));
    }

    private static List<Target> operations() {
        List<Target> operations = new ArrayList<>();
        try (Directory directory = new Directory(new InMemoryJournal())) {
            Keyring keyring = Keyring.inMemory(new SecureRandom());
            Registry registry =
                    new Registry(
                            Understudy.operations(
                                    directory,
                                    keyring,
                                    new SessionTokens(keyring),
                                    new Decisions(),
                                    IdentityProviders.of(KeySource.given(issuer -> null)),
                                    new SamlResponseVerifier(AssertionConsumers.aws(), false),
                                    new SecureRandom(),
                                    new LastUse(),
                                    new LastAccess(),
                                    new IssuerUrls(null)));
            for (Service service : Service.values()) {
                registry.entries(service).stream()
                        .sorted(Comparator.comparing(Registry.Entry::name))
                        .forEach(entry -> operations.add(new Target(service, entry)));
            }
        }
        return operations;
    }
}
