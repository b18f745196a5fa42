package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

/**
 * A provider of opaque OAuth 2.0 access tokens, which prove nothing by themselves: who issued one
 * is asked. Every account knows the two that there are.
 */
public enum OAuthProvider {
    /** Login with Amazon. */
    AMAZON("www.amazon.com", "user_id"),
    /** Facebook. */
    FACEBOOK("graph.facebook.com", "id");

    private final String host;
    private final String userKey;

    OAuthProvider(String host, String userKey) {
        this.host = host;
        this.userKey = userKey;
    }

    /** The one with this {@code ProviderId}; null if it is none. */
    public static @Nullable OAuthProvider of(String providerId) {
        for (OAuthProvider provider : values()) {
            if (provider.host.equals(providerId)) {
                return provider;
            }
        }
        return null;
    }

    /** The {@code ProviderId}, which trust policies name as {@code Federated} too. */
    public String host() {
        return host;
    }

    /** The condition key that holds the application, {@code www.amazon.com:app_id}. */
    String applicationKey() {
        return host + ":app_id";
    }

    /** The condition key that holds the user. */
    String userKey() {
        return host + ":" + userKey;
    }
}
