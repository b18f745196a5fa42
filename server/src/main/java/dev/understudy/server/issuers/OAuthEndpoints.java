package dev.understudy.server.issuers;

import org.jspecify.annotations.Nullable;

/**
 * Where providers of access tokens are asked about them.
 *
 * @param amazonUrl of Login with Amazon's API, without a slash at the end
 * @param facebookUrl of Facebook's Graph API, without a slash at the end
 * @param facebookApp in whose name Facebook is asked; null if no token of Facebook's is to be good
 */
public record OAuthEndpoints(
        String amazonUrl, String facebookUrl, @Nullable FacebookApp facebookApp) {
    /** The real ones, without an application at Facebook. */
    public static final OAuthEndpoints REAL =
            new OAuthEndpoints("https://api.amazon.com", "https://graph.facebook.com", null);

    /**
     * An application at Facebook.
     *
     * @param id its app id
     * @param secret its app secret, which no text shows
     */
    public record FacebookApp(String id, String secret) {
        @Override
        public String toString() {
            return "FacebookApp[" + id + "]";
        }
    }
}
