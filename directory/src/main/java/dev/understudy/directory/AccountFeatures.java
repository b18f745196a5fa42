package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What is switched on and set for a whole account, its alias aside.
 *
 * @param globalTokenVersion of the tokens that the global endpoint of STS gives: 1 or 2
 * @param tokenIssuer the URL of the account as an issuer of tokens, made when that was first
 *     enabled and kept; null if it never was
 * @param issuesTokens whether it may issue any now
 * @param properties as they were put, by name
 */
public record AccountFeatures(
        int globalTokenVersion,
        @Nullable String tokenIssuer,
        boolean issuesTokens,
        Map<String, String> properties)
        implements Entity {
    /** Of an account where nothing was set. */
    public static final AccountFeatures NONE = new AccountFeatures(1, null, false, Map.of());

    static final EntityKey KEY = new EntityKey(EntityKind.ACCOUNT_FEATURES, "features");

    public AccountFeatures {
        properties = Copies.of(properties);
    }

    /** Those of the account. */
    public static AccountFeatures of(Account account) {
        return account.entity(KEY) instanceof AccountFeatures features ? features : NONE;
    }

    @Override
    public EntityKey key() {
        return KEY;
    }

    /** The same with this version of the global endpoint's tokens. */
    public AccountFeatures withGlobalTokenVersion(int version) {
        return new AccountFeatures(version, tokenIssuer, issuesTokens, properties);
    }

    /** The same as an issuer under this URL, or as none. */
    public AccountFeatures withTokenIssuer(@Nullable String url, boolean enabled) {
        return new AccountFeatures(globalTokenVersion, url, enabled, properties);
    }

    /** The same with these properties instead. */
    public AccountFeatures withProperties(Map<String, String> values) {
        return new AccountFeatures(globalTokenVersion, tokenIssuer, issuesTokens, values);
    }
}
