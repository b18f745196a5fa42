package dev.understudy.operation;

import dev.understudy.directory.AccessKeyUse;
import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.directory.Transaction;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When access keys were last used. A use is noted in memory, off the request's way to the disk, and
 * written when somebody asks for it; what was noted since is lost with the process. Of each quarter
 * of an hour only the first use is noted, as AWS does.
 *
 * <p>Safe for many threads.
 */
public final class LastUse {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.lastuse");
    private static final Duration SPAN = Duration.ofMinutes(15);

    private final Map<String, Unwritten> unwritten = new ConcurrentHashMap<>();

    private record Unwritten(AccountId account, AccessKeyUse use) {}

    /** Notes that the key was used, unless that is known well enough. */
    void record(Account account, String keyId, Service service, String region, Instant now) {
        AccessKeyUse last = of(account, keyId);
        if (last == null || !now.isBefore(last.date().plus(SPAN))) {
            AccessKeyUse use = new AccessKeyUse(keyId, now, service.scope(), region);
            unwritten.put(keyId, new Unwritten(account.id(), use));
        }
    }

    /** The last use of an access key of this account; null if it never was. */
    public @Nullable AccessKeyUse of(Account account, String keyId) {
        Unwritten noted = unwritten.get(keyId);
        return noted == null ? account.credentials().useOf(keyId) : noted.use();
    }

    /** Writes what was noted. What the store does not take stays noted. */
    public void flush(Directory directory, Instant now) {
        Map<AccountId, List<AccessKeyUse>> byAccount = new HashMap<>();
        for (Unwritten noted : unwritten.values()) {
            byAccount.computeIfAbsent(noted.account(), id -> new ArrayList<>()).add(noted.use());
        }
        byAccount.forEach((id, uses) -> {
            try {
                directory.transact(id, now, account -> write(account, uses));
                uses.forEach(use -> unwritten.remove(use.keyId(), new Unwritten(id, use)));
            } catch (JournalUnavailable unavailable) {
                LOG.warn("last uses of keys cannot be written yet: {}", unavailable.getMessage());
            }
        });
    }

    /** The uses of keys that are still there. */
    private static Transaction.Result<Integer> write(Account account, List<AccessKeyUse> uses) {
        List<Change> changes =
                uses.stream()
                        .filter(use -> account.accessKey(use.keyId()) != null)
                        .<Change>map(Change.Put::new)
                        .toList();
        return new Transaction.Result<>(changes.size(), changes);
    }
}
