package dev.understudy.operation;

import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Puts the pipeline together; the only way to one from outside this package. */
public final class Pipelines {
    private Pipelines() {}

    /** What serves these operations: to whoever sends a request, and to the server itself. */
    public record Served(Endpoint endpoint, ServiceCalls serviceCalls) {}

    /**
     * Serves these operations.
     *
     * @param operations by service, each listed once
     * @param explainsAllowed whether what is allowed is kept for explaining too, under the
     *     request's id
     * @param propagationDelay how long a change stays unseen by reads and decisions; zero for none
     * @throws IllegalStateException if an operation is none of AWS's, or is listed twice
     */
    public static Served serve(
            Map<Service, List<Operation<?, ?>>> operations,
            Directory directory,
            Keyring keyring,
            SessionTokens tokens,
            LastUse lastUse,
            Decisions decisions,
            LastAccess lastAccess,
            Mode mode,
            boolean explainsAllowed,
            Quotas quotas,
            Duration propagationDelay,
            InstantSource clock,
            SecureRandom random,
            AuditLog audit) {
        Accounts newest = new DirectoryAccounts(directory, quotas);
        Accounts accounts =
                propagationDelay.isZero()
                        ? newest
                        : new LaggingAccounts(directory, newest, propagationDelay, clock);
        Authorizer authorizer =
                new Authorizer(
                        decisions,
                        lastAccess,
                        mode,
                        explainsAllowed,
                        () -> Identifiers.decision(random));
        Pipeline pipeline =
                new Pipeline(
                        new Registry(operations),
                        accounts,
                        new Authenticator(accounts, keyring, tokens, lastUse),
                        new Execution(directory, accounts, authorizer, random),
                        clock,
                        Identifiers::request,
                        audit);
        return new Served(pipeline, new ServiceCalls(pipeline));
    }
}
