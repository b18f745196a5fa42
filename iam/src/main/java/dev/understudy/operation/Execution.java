package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Transaction;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * The last steps of a request's way: authorise, and execute what was authorised; what writes does
 * both on the newest state, in its account's transaction. Only the pipeline comes here, with a
 * caller that it authenticated.
 */
final class Execution {
    private final Directory directory;
    private final Accounts accounts;
    private final Authorizer authorizer;
    private final RandomGenerator random;

    Execution(
            Directory directory, Accounts accounts, Authorizer authorizer, RandomGenerator random) {
        this.directory = directory;
        this.accounts = accounts;
        this.authorizer = authorizer;
        this.random = random;
    }

    @SuppressWarnings("unchecked") // the registry pairs each operation with its own request class
    SdkPojo run(Operation<?, ?> operation, SdkPojo input, RequestFacts facts, Trail trail) {
        Caller caller = trail.caller;
        return switch (operation) {
            case ReadOperation<?, ?> read -> {
                ReadOperation<SdkPojo, SdkPojo> typed = (ReadOperation<SdkPojo, SdkPojo>) read;
                Account account = caller == null ? null : accounts.account(caller.account());
                AuthenticatedCall call = new AuthenticatedCall(facts, caller, account, accounts);
                AuthorizedCall allowed = authorizer.authorize(typed.access(input, call), call);
                trail.identity = allowed.identityOrNull();
                yield typed.execute(input, allowed);
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
}
