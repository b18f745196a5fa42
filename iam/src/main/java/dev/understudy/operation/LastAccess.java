package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.directory.PrincipalAccess;
import dev.understudy.directory.Transaction;
import dev.understudy.policy.AccountId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who tried which action last: noted in memory at each decision, whatever it was, as AWS's data
 * "includes all attempts"; written behind, never on a request's way. Of each quarter of an hour
 * only the first attempt is noted. What was noted since the last writing is lost if the process is
 * killed.
 *
 * <p>Safe for many threads; noting takes no lock that another principal's noting waits for.
 */
public final class LastAccess {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.lastaccess");
    private static final long SPAN_SECONDS = 900;

    /** More attempts than this within one span are not noted. */
    private static final long MOST = 200_000;

    private final Map<Key, Noted> noted = new ConcurrentHashMap<>();

    private record Key(String principalId, String action) {}

    private record Noted(AccountId account, Instant at, String region, boolean written) {
        PrincipalAccess.Attempt attempt() {
            return new PrincipalAccess.Attempt(at, region);
        }

        Noted asWritten() {
            return new Noted(account, at, region, true);
        }
    }

    /** Notes an attempt, unless there was one shortly before. */
    void record(Caller caller, String action, String region, Instant now) {
        Session session = caller.session();
        String id = session == null ? caller.userId() : session.principalId();
        Key key = new Key(id, action);
        Noted last = noted.get(key);
        boolean known = last != null && now.getEpochSecond() - seconds(last) < SPAN_SECONDS;
        if (!known && (last != null || noted.size() < MOST)) {
            noted.put(key, new Noted(caller.account(), now, region, false));
        }
    }

    private static long seconds(Noted last) {
        return last.at().getEpochSecond();
    }

    /** What the principal of this unique id tried, written or not. */
    public PrincipalAccess of(Account account, String principalId) {
        PrincipalAccess stored =
                account.entity(PrincipalAccess.key(principalId)) instanceof PrincipalAccess access
                        ? access
                        : new PrincipalAccess(principalId, Map.of());
        Map<String, PrincipalAccess.Attempt> more = new HashMap<>();
        noted.forEach((key, last) -> {
            if (key.principalId().equals(principalId)) {
                more.put(key.action(), last.attempt());
            }
        });
        return more.isEmpty() ? stored : stored.with(more);
    }

    /** What everyone of the account tried, written or not. */
    public List<PrincipalAccess> ofAll(Account account) {
        Set<String> ids = new TreeSet<>();
        account.principalAccess().forEach(access -> ids.add(access.principalId()));
        noted.forEach((key, last) -> {
            if (last.account().equals(account.id())) {
                ids.add(key.principalId());
            }
        });
        return ids.stream().map(id -> of(account, id)).toList();
    }

    /** Writes what was noted. What the store does not take stays noted. */
    public void flush(Directory directory, Instant now) {
        Map<AccountId, Map<Key, Noted>> byAccount = new HashMap<>();
        noted.forEach((key, last) -> {
            if (!last.written()) {
                byAccount.computeIfAbsent(last.account(), id -> new HashMap<>()).put(key, last);
            } else if (now.getEpochSecond() - seconds(last) >= SPAN_SECONDS) {
                noted.remove(key, last);
            }
        });
        byAccount.forEach((id, entries) -> write(directory, id, entries, now));
    }

    private void write(Directory directory, AccountId id, Map<Key, Noted> entries, Instant now) {
        try {
            directory.transact(id, now, account -> merged(account, entries));
            entries.forEach((key, last) -> noted.replace(key, last, last.asWritten()));
        } catch (JournalUnavailable unavailable) {
            LOG.warn("last access cannot be written yet: {}", unavailable.getMessage());
        }
    }

    /** The entries merged into what is written; those of principals that are gone are dropped. */
    private static Transaction.Result<Integer> merged(Account account, Map<Key, Noted> entries) {
        Map<String, Map<String, PrincipalAccess.Attempt>> byPrincipal = new HashMap<>();
        entries.forEach((key, last) ->
                byPrincipal
                        .computeIfAbsent(key.principalId(), id -> new HashMap<>())
                        .put(key.action(), last.attempt()));
        List<Change> changes = new ArrayList<>();
        byPrincipal.forEach((id, attempts) -> {
            if (exists(account, id)) {
                PrincipalAccess stored =
                        account.entity(PrincipalAccess.key(id)) instanceof PrincipalAccess access
                                ? access
                                : new PrincipalAccess(id, Map.of());
                changes.add(new Change.Put(stored.with(attempts)));
            }
        });
        for (PrincipalAccess access : account.principalAccess()) {
            if (!exists(account, access.principalId())) {
                changes.add(new Change.Remove(access.key()));
            }
        }
        return new Transaction.Result<>(changes.size(), changes);
    }

    private static boolean exists(Account account, String id) {
        return id.equals(account.id().digits())
                || account.userById(id) != null
                || account.roleById(id) != null;
    }
}
