package dev.understudy.server.oidc;

import dev.understudy.federation.IdToken;

/** What a role session is called after whoever signed in, where they do not say. */
public final class SessionName {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;

    private SessionName() {}

    /**
     * By the token's claims {@code email}, {@code preferred_username} or {@code sub}, the first
     * that is there, in the letters that AWS takes. It is no proof of anybody: {@code sub} is.
     */
    public static String of(IdToken token) {
        for (String claim : new String[] {"email", "preferred_username", "sub"}) {
            String value = token.claimedText(claim);
            String name = value == null ? "" : value.replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
            if (name.length() >= SHORTEST) {
                return name.substring(0, Math.min(name.length(), LONGEST));
            }
        }
        return "signed-in";
    }
}
