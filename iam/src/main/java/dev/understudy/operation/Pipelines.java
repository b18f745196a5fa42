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
     * @param accounts what reads and decisions see, made by {@link #accounts}
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
            Accounts accounts,
            InstantSource clock,
            SecureRandom random,
            AuditLog audit) {
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

    /**
     * The accounts as reads and decisions see them; one view for all who look.
     *
     * @param propagationDelay how long a change stays unseen; zero for none
     */
    public static Accounts accounts(
            Directory directory, Quotas quotas, Duration propagationDelay, InstantSource clock) {
        Accounts newest = new DirectoryAccounts(directory, quotas);
        return propagationDelay.isZero()
                ? newest
                : new LaggingAccounts(directory, newest, propagationDelay, clock);
    }
}
