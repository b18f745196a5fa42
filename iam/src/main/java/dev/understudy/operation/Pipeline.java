package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.directory.RegisteredService;
import dev.understudy.directory.Transaction;
import dev.understudy.policy.Principal;
import dev.understudy.signature.HttpHeader;
import dev.understudy.signature.HttpMessage;
import dev.understudy.signature.PresentedSignature;
import dev.understudy.signature.Reading;
import dev.understudy.signature.SignatureReader;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.core.SdkPojo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The way of one request: read, authenticate, authorise, execute in a transaction, write. It is
 * written here only.
 */
final class Pipeline implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.requests");
    private static final String DOCUMENTATION = "https://aws.amazon.com/iam";
    private static final String DEFAULT_REGION = "us-east-1";

    private final Registry registry;
    private final Directory directory;
    private final Accounts accounts;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<String> requestIds;

    Pipeline(
            Registry registry,
            Directory directory,
            Accounts accounts,
            Authenticator authenticator,
            Authorizer authorizer,
            InstantSource clock,
            RandomGenerator random,
            Supplier<String> requestIds) {
        this.registry = registry;
        this.directory = directory;
        this.accounts = accounts;
        this.authenticator = authenticator;
        this.authorizer = authorizer;
        this.clock = clock;
        this.random = random;
        this.requestIds = requestIds;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        String requestId = requestIds.get();
        Service service =
                request.header(Asked.TARGET) == null ? Service.STS : Service.ORGANIZATIONS;
        try {
            Asked asked = Asked.read(request);
            Reading reading = SignatureReader.read(message(request));
            service = service(reading, asked);
            if (asked.isEmpty() && reading instanceof Reading.Unsigned) {
                return new WireResponse(
                        302, List.of(new HttpHeader("Location", DOCUMENTATION)), new byte[0]);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            return answer(request, asked, reading, service, now, requestId);
        } catch (AwsError error) {
            LOG.debug("{} {} {}", requestId, error.code().wire(), error.text());
            return AnswerWriter.error(service, error, requestId);
        } catch (JournalUnavailable unavailable) {
            LOG.error("{} the store does not take writes: {}", requestId, unavailable.getMessage());
            return AnswerWriter.error(service, serviceFailure(), requestId);
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("{} failed", requestId, bug);
            return AnswerWriter.error(service, internalFailure(), requestId);
        }
    }

    private WireResponse answer(
            WireRequest request,
            Asked asked,
            Reading reading,
            Service service,
            Instant now,
            String requestId) {
        RequestFacts facts = RequestFacts.of(request, service, now, requestId, region(reading));
        Caller caller = caller(request, asked, reading, service, now);
        Registry.Entry entry = entry(service, asked);
        GlobalEndpoint.check(request.header("Host"), service, entry.name());
        if (caller != null) {
            SessionRestrictions.check(caller, service, entry.name());
            if (caller.principal() instanceof Principal.ServicePrincipal principal) {
                facts = facts.actingFor(source(request, principal.name()));
            }
        }
        SdkPojo input = asked.input(entry.shape().newBuilder(), service);
        Validator.check(service, entry.name() + "Request", input);
        SdkPojo output = run(Objects.requireNonNull(entry.operation()), input, facts, caller);
        LOG.debug(
                "{} {} {} by {}",
                requestId,
                service.scope(),
                entry.name(),
                caller == null ? "-" : caller.arn());
        return AnswerWriter.answer(service, entry.name(), output, requestId);
    }

    /**
     * What the operation answers to the service that this server is.
     *
     * @throws AwsError if it refuses
     */
    SdkPojo answer(ServiceCaller as, Service service, String operation, SdkPojo input) {
        Registry.Entry entry = Objects.requireNonNull(registry.find(service, operation));
        Validator.check(service, operation + "Request", input);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RequestFacts facts = RequestFacts.of(as, service, now, requestIds.get());
        return run(
                Objects.requireNonNull(entry.operation()),
                input,
                facts,
                Callers.service(as.name(), ""));
    }

    private ServiceSource source(WireRequest request, String name) {
        Account home = Objects.requireNonNull(accounts.account(RegisteredService.HOME));
        return ServiceSource.of(request, Objects.requireNonNull(home.service(name)));
    }

    private static HttpMessage message(WireRequest request) {
        return new HttpMessage(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                request.headers(),
                request.body());
    }

    /**
     * The service that is meant: in the JSON protocol the header says, and a signature for another
     * one will not do.
     */
    private static Service service(Reading reading, Asked asked) {
        if (asked instanceof JsonRequest json) {
            return json.service();
        }
        if (reading instanceof Reading.Presented presented) {
            Service named = Service.ofScope(presented.signature().scope().service());
            if (named != null && !named.speaksJson()) {
                return named;
            }
        }
        return Service.ofVersion(asked.version());
    }

    private static String region(Reading reading) {
        return reading instanceof Reading.Presented presented
                ? presented.signature().scope().region()
                : DEFAULT_REGION;
    }

    /**
     * The caller; null for an operation that is called unsigned. Such a call proves itself by what
     * it carries.
     */
    private @Nullable Caller caller(
            WireRequest request, Asked asked, Reading reading, Service service, Instant now) {
        return switch (reading) {
            case Reading.Refused refused -> throw Authenticator.error(refused.fault());
            case Reading.Presented presented -> {
                PresentedSignature signature = presented.signature();
                yield authenticator.authenticate(message(request), signature, service, now);
            }
            case Reading.Unsigned unsigned -> {
                if (service == Service.STS && UnsignedOperations.contains(asked.action())) {
                    yield null;
                }
                throw new AwsError(
                        ErrorCode.MISSING_AUTHENTICATION_TOKEN,
                        "Request is missing Authentication Token");
            }
        };
    }

    private Registry.Entry entry(Service service, Asked asked) {
        String action = asked.action() == null ? "" : asked.action();
        Registry.Entry entry =
                service.version().equals(asked.version()) ? registry.find(service, action) : null;
        if (entry == null && service.speaksEc2Query()) {
            throw new AwsError(
                    ErrorCode.INVALID_ACTION,
                    "The action " + Texts.shorten(action) + " is not valid for this web service.");
        }
        if (entry == null) {
            String version = asked.version() == null ? "NO_VERSION_SPECIFIED" : asked.version();
            throw new AwsError(
                    ErrorCode.INVALID_ACTION,
                    "Could not find operation "
                            + Texts.shorten(action)
                            + " for version "
                            + Texts.shorten(version));
        }
        if (entry.operation() == null) {
            throw new AwsError(
                    ErrorCode.NOT_IMPLEMENTED,
                    service.scope()
                            + ":"
                            + entry.name()
                            + " is an operation of AWS that Understudy does not have yet");
        }
        return entry;
    }

    @SuppressWarnings("unchecked") // the registry pairs each operation with its own request class
    private SdkPojo run(
            Operation<?, ?> operation, SdkPojo input, RequestFacts facts, @Nullable Caller caller) {
        return switch (operation) {
            case ReadOperation<?, ?> read -> {
                ReadOperation<SdkPojo, SdkPojo> typed = (ReadOperation<SdkPojo, SdkPojo>) read;
                Account account = caller == null ? null : accounts.account(caller.account());
                AuthenticatedCall call = new AuthenticatedCall(facts, caller, account, accounts);
                yield typed.execute(input, authorizer.authorize(typed.access(input, call), call));
            }
            case WriteOperation<?, ?> write -> {
                WriteOperation<SdkPojo, SdkPojo> typed = (WriteOperation<SdkPojo, SdkPojo>) write;
                yield write(typed, typed::execute, input, facts, signed(caller));
            }
            case PreparedWriteOperation<?, ?, ?> write -> {
                PreparedWriteOperation<SdkPojo, SdkPojo, Object> typed =
                        (PreparedWriteOperation<SdkPojo, SdkPojo, Object>) write;
                Object prepared = prepare(typed, input, facts, signed(caller));
                yield write(
                        typed,
                        (asked, call) -> typed.execute(asked, prepared, call),
                        input,
                        facts,
                        signed(caller));
            }
        };
    }

    private static Caller signed(@Nullable Caller caller) {
        return Objects.requireNonNull(caller, "a writing operation is signed");
    }

    /** Who is refused makes the server do no slow work. */
    private Object prepare(
            PreparedWriteOperation<SdkPojo, SdkPojo, Object> operation,
            SdkPojo input,
            RequestFacts facts,
            Caller caller) {
        Account newest = Objects.requireNonNull(directory.account(caller.account()));
        return operation.prepare(
                input, new AuthorizedCall(decide(operation, input, facts, caller, newest), null));
    }

    private SdkPojo write(
            Operation<SdkPojo, SdkPojo> operation,
            BiFunction<SdkPojo, WritingCall, SdkPojo> body,
            SdkPojo input,
            RequestFacts facts,
            Caller caller) {
        return directory.transact(
                caller.account(),
                facts.now(),
                account -> {
                    WritingCall writing =
                            new WritingCall(
                                    decide(operation, input, facts, caller, account), random);
                    SdkPojo output = body.apply(input, writing);
                    return new Transaction.Result<>(output, writing.changes());
                });
    }

    /** The call on this newest state; decided on it too, unless decisions lag behind. */
    private AuthenticatedCall decide(
            Operation<SdkPojo, SdkPojo> operation,
            SdkPojo input,
            RequestFacts facts,
            Caller caller,
            Account newest) {
        AuthenticatedCall seen =
                new AuthenticatedCall(facts, caller, accounts.decidedOn(newest), accounts);
        authorizer.authorize(operation.access(input, seen), seen);
        return new AuthenticatedCall(facts, caller, newest, accounts);
    }

    private static AwsError serviceFailure() {
        return new AwsError(
                ErrorCode.SERVICE_FAILURE,
                "The store does not take writes at the moment; nothing was changed.");
    }

    private static AwsError internalFailure() {
        return new AwsError(
                ErrorCode.INTERNAL_FAILURE,
                "The request processing has failed because of an unknown error, exception or"
                        + " failure.");
    }
}
