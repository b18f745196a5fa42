package dev.understudy.sts;

import dev.understudy.federation.UsedAssertions;

import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers used assertions in memory, for each account apart: accounts wait for no lock of
 * another's, and none can fill another's memory. A memory that is full lets nothing in until
 * something in it has stopped being good.
 *
 * <p>It knows what this process was asked. A process that starts anew, or another one beside it on
 * the same accounts, takes an assertion a second time, within the five minutes that every assertion
 * is good for and no longer.
 */
final class AssertionMemory implements UsedAssertions {
    /** Of one account, in the minutes that assertions are good for; some 20 megabytes. */
    static final int MOST = 100_000;

    private final int most;
    private final ConcurrentMap<String, Used> byAccount = new ConcurrentHashMap<>();

    AssertionMemory() {
        this(MOST);
    }

    AssertionMemory(int most) {
        this.most = most;
    }

    @Override
    public boolean use(String account, String assertion, Instant until, Instant now) {
        return byAccount
                .computeIfAbsent(account, id -> new Used())
                .use(new Entry(assertion, until), now, most);
    }

    private record Entry(String assertion, Instant until) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return until.compareTo(other.until);
        }
    }

    private static final class Used {
        private final ReentrantLock lock = new ReentrantLock();
        private final Set<String> assertions = new HashSet<>();
        private final Queue<Entry> byEnd = new PriorityQueue<>();

        boolean use(Entry entry, Instant now, int most) {
            lock.lock();
            try {
                forget(now);
                if (byEnd.size() >= most || !assertions.add(entry.assertion())) {
                    return false;
                }
                byEnd.add(entry);
                return true;
            } finally {
                lock.unlock();
            }
        }

        private void forget(Instant now) {
            for (Entry first = byEnd.peek();
                    first != null && first.until().isBefore(now);
                    first = byEnd.peek()) {
                byEnd.remove();
                assertions.remove(first.assertion());
            }
        }
    }
}
