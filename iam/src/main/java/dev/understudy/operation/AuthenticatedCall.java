package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.OrganizationView;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request whose caller is proven, before anything was decided about it. It reads and offers no
 * way to write. Only the pipeline makes one.
 */
public sealed class AuthenticatedCall permits AuthorizedCall {
    private final RequestFacts facts;
    private final @Nullable Caller caller;
    private final @Nullable Account account;
    private final Accounts accounts;

    AuthenticatedCall(
            RequestFacts facts,
            @Nullable Caller caller,
            @Nullable Account account,
            Accounts accounts) {
        this.facts = facts;
        this.caller = caller;
        this.account = account;
        this.accounts = accounts;
    }

    AuthenticatedCall(AuthenticatedCall call) {
        this(call.facts, call.caller, call.account, call.accounts);
    }

    /** Who signed. A bug if nobody did: only operations that say so are called unsigned. */
    public Caller caller() {
        return Objects.requireNonNull(caller, "this operation is called unsigned");
    }

    /** The caller's account, one consistent state. A bug if nobody signed. */
    public Account account() {
        return Objects.requireNonNull(account, "this operation is called unsigned");
    }

    /** The id of the caller's account. */
    public AccountId accountId() {
        return caller().account();
    }

    /** How much of it the caller\'s account may have. */
    public int quota(Quota quota) {
        return accounts.quotas().of(accountId(), quota);
    }

    /** All accounts, for reading across their borders. */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * The state of the account with this id: the caller's own as this call sees it, others as they
     * last became durable.
     */
    public @Nullable Account account(AccountId id) {
        return account != null && account.id().equals(id) ? account : accounts.account(id);
    }

    /**
     * The organization that the account is in, as its managing account holds it; null if it is in
     * none. An account that says it is a member is one only if the organization lists it.
     */
    public @Nullable OrganizationView organization(AccountId id) {
        Account member = account(id);
        AccountId management = member == null ? null : OrganizationView.managementOf(member);
        Account holder = management == null ? null : account(management);
        OrganizationView view = holder == null ? null : OrganizationView.managedBy(holder);
        return view != null && view.member(id.digits()) != null ? view : null;
    }

    /** The time of the request, truncated to seconds as everything AWS dates is. */
    public Instant now() {
        return facts.now();
    }

    /** The region of the credential scope; {@code us-east-1} for unsigned requests. */
    public String region() {
        return facts.region();
    }

    /**
     * The condition keys that the service which calls wants its session to have: those of this
     * server itself, since nobody can state any over the wire.
     */
    public Map<String, List<String>> sessionKeys() {
        return facts.sessionKeys();
    }

    RequestFacts facts() {
        return facts;
    }

    @Nullable Caller callerOrNull() {
        return caller;
    }
}
