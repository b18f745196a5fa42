package dev.understudy.operation;

import dev.understudy.policy.AccountId;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each account may have: AWS's defaults, but for what the server or an account is given.
 */
public final class Quotas {
    /** AWS's defaults for every account. */
    public static final Quotas AWS = new Quotas(Map.of(), Map.of());

    private final Map<Quota, Integer> server = new EnumMap<>(Quota.class);
    private final Map<AccountId, Map<Quota, Integer>> accounts = new HashMap<>();

    /**
     * @param server for all accounts, where these have none of their own
     * @throws IllegalArgumentException if a value is less than one, or more than AWS gives
     */
    public Quotas(Map<Quota, Integer> server, Map<AccountId, Map<Quota, Integer>> accounts) {
        this.server.putAll(server);
        check(server);
        accounts.forEach((account, own) -> {
            check(own);
            this.accounts.put(account, Map.copyOf(own));
        });
    }

    private static void check(Map<Quota, Integer> values) {
        values.forEach((quota, value) -> {
            if (value < 1 || value > quota.most()) {
                throw new IllegalArgumentException(
                        quota.wire() + " is from 1 to " + quota.most() + ", and not " + value);
            }
        });
    }

    /** How much of it the account may have. */
    public int of(AccountId account, Quota quota) {
        Integer own = accounts.getOrDefault(account, Map.of()).get(quota);
        return own != null ? own : server.getOrDefault(quota, quota.standard());
    }
}
