package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.directory.RegisteredService;
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
import java.util.function.Supplier;

/**
 * The way of one request: read, authenticate, authorise, execute in a transaction, write. It is
 * written here only.
 */
final class Pipeline implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.requests");
    private static final String DOCUMENTATION = "https://aws.amazon.com/iam";
    private static final String DEFAULT_REGION = "us-east-1";

    private final Registry registry;
    private final Accounts accounts;
    private final Authenticator authenticator;
    private final Execution execution;
    private final InstantSource clock;
    private final Supplier<String> requestIds;
    private final AuditLog audit;

    Pipeline(
            Registry registry,
            Accounts accounts,
            Authenticator authenticator,
            Execution execution,
            InstantSource clock,
            Supplier<String> requestIds,
            AuditLog audit) {
        this.registry = registry;
        this.accounts = accounts;
        this.authenticator = authenticator;
        this.execution = execution;
        this.clock = clock;
        this.requestIds = requestIds;
        this.audit = audit;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        Trail trail =
                new Trail(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        requestIds.get(),
                        request.remoteAddress(),
                        request.header("User-Agent"));
        if (request.header(Asked.TARGET) != null) {
            trail.service = Service.ORGANIZATIONS;
        }
        if (!audit.open()) {
            return AnswerWriter.error(trail.service, unaudited(), trail.requestId());
        }
        WireResponse answer = answer(request, trail);
        tell(trail);
        return answer;
    }

    private WireResponse answer(WireRequest request, Trail trail) {
        String requestId = trail.requestId();
        try {
            Asked asked = Asked.read(request);
            Reading reading = SignatureReader.read(message(request));
            trail.service = service(reading, asked);
            trail.region = region(reading);
            trail.claimedKeyId = claimedKeyId(reading);
            if (asked.isEmpty() && reading instanceof Reading.Unsigned) {
                return new WireResponse(
                        302, List.of(new HttpHeader("Location", DOCUMENTATION)), new byte[0]);
            }
            return answer(request, asked, reading, trail);
        } catch (AwsError error) {
            LOG.debug("{} {} {}", requestId, error.code().wire(), error.text());
            return refused(error, trail);
        } catch (JournalUnavailable unavailable) {
            LOG.error("{} the store does not take writes: {}", requestId, unavailable.getMessage());
            return refused(serviceFailure(), trail);
        } catch (RuntimeException | StackOverflowError bug) {
            LOG.error("{} failed", requestId, bug);
            return refused(internalFailure(), trail);
        }
    }

    private void tell(Trail trail) {
        if (audit != AuditLog.NONE) {
            audit.record(trail.event());
        }
    }

    private static WireResponse refused(AwsError error, Trail trail) {
        trail.error = error;
        return AnswerWriter.error(trail.service, error, trail.requestId());
    }

    private WireResponse answer(WireRequest request, Asked asked, Reading reading, Trail trail) {
        Service service = trail.service;
        RequestFacts facts =
                RequestFacts.of(request, service, trail.at(), trail.requestId(), trail.region);
        Caller caller = caller(request, asked, reading, service, trail.at());
        trail.caller = caller;
        Registry.Entry entry = entry(service, asked);
        GlobalEndpoint.check(request.header("Host"), service, entry.name());
        if (caller != null) {
            SessionRestrictions.check(caller, service, entry.name());
            if (caller.principal() instanceof Principal.ServicePrincipal principal) {
                facts = facts.actingFor(source(request, principal.name()));
            }
        }
        SdkPojo input = asked.input(entry.shape().newBuilder(), service);
        trail.asks(entry, input);
        Validator.check(service, entry.name() + "Request", input);
        SdkPojo output =
                execution.run(Objects.requireNonNull(entry.operation()), input, facts, trail);
        LOG.debug(
                "{} {} {} by {}",
                trail.requestId(),
                service.scope(),
                entry.name(),
                caller == null ? "-" : caller.arn());
        return AnswerWriter.answer(service, entry.name(), output, trail.requestId());
    }

    /**
     * What the operation answers to the service that this server is.
     *
     * @throws AwsError if it refuses
     */
    SdkPojo answer(ServiceCaller as, Service service, String operation, SdkPojo input) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Trail trail = new Trail(now, requestIds.get(), as.name(), null);
        trail.service = service;
        trail.region = as.region();
        trail.caller = Callers.service(as.name(), "");
        if (!audit.open()) {
            throw unaudited();
        }
        try {
            Registry.Entry entry = Objects.requireNonNull(registry.find(service, operation));
            trail.asks(entry, input);
            Validator.check(service, operation + "Request", input);
            RequestFacts facts = RequestFacts.of(as, service, now, trail.requestId());
            return execution.run(Objects.requireNonNull(entry.operation()), input, facts, trail);
        } catch (AwsError refused) {
            trail.error = refused;
            throw refused;
        } catch (RuntimeException | StackOverflowError failed) {
            trail.error = internalFailure();
            throw failed;
        } finally {
            tell(trail);
        }
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

    private static @Nullable String claimedKeyId(Reading reading) {
        return reading instanceof Reading.Presented presented
                ? presented.signature().accessKeyId()
                : null;
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

    private static AwsError serviceFailure() {
        return new AwsError(
                ErrorCode.SERVICE_FAILURE,
                "The store does not take writes at the moment; nothing was changed.");
    }

    private static AwsError unaudited() {
        return new AwsError(
                ErrorCode.SERVICE_FAILURE,
                "The audit log does not take events at the moment; nothing was done.");
    }

    private static AwsError internalFailure() {
        return new AwsError(
                ErrorCode.INTERNAL_FAILURE,
                "The request processing has failed because of an unknown error, exception or"
                        + " failure.");
    }
}
