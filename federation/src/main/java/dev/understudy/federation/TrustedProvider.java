package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** The provider that a token must come from. */
public sealed interface TrustedProvider {
    /** What trust policies call it. */
    String federated();

    /** What its condition keys begin with, {@code host/path}. */
    String prefix();

    /** Where its keys are. */
    String issuerUrl();

    /**
     * Whose token it claims to be: a provider that all accounts know, or a registered one.
     *
     * @param registered by its URL without {@code https://}; null where there is none
     */
    static @Nullable TrustedProvider of(
            String issuer, Function<String, @Nullable Registered> registered) {
        String scheme = "https://";
        TrustedProvider known = BuiltIn.of(issuer);
        return known != null || !issuer.startsWith(scheme)
                ? known
                : registered.apply(issuer.substring(scheme.length()));
    }

    /**
     * A provider that an account registered.
     *
     * @param federated its ARN
     * @param prefix its URL without {@code https://}
     * @param clientIds whom its tokens may be for; none of them means no token is good
     * @param thumbprints of certificates that may vouch for its server
     */
    record Registered(
            String federated, String prefix, List<String> clientIds, List<String> thumbprints)
            implements TrustedProvider {
        public Registered {
            clientIds = List.copyOf(clientIds);
            thumbprints = List.copyOf(thumbprints);
        }

        @Override
        public String issuerUrl() {
            return "https://" + prefix;
        }
    }

    /**
     * A provider that every account knows. Whom its tokens are for is asked by trust policies
     * alone.
     */
    enum BuiltIn implements TrustedProvider {
        /** Google. */
        GOOGLE("accounts.google.com"),
        /** Identity pools of Amazon Cognito. */
        COGNITO("cognito-identity.amazonaws.com");

        private final String host;

        BuiltIn(String host) {
            this.host = host;
        }

        @Override
        public String federated() {
            return host;
        }

        @Override
        public String prefix() {
            return host;
        }

        @Override
        public String issuerUrl() {
            return "https://" + host;
        }

        /**
         * The one whose tokens claim this issuer; null if it is none. Google's leave out the
         * scheme.
         */
        public static @Nullable BuiltIn of(String issuer) {
            if (issuer.equals(GOOGLE.host) || issuer.equals(GOOGLE.issuerUrl())) {
                return GOOGLE;
            }
            return issuer.equals(COGNITO.issuerUrl()) ? COGNITO : null;
        }
    }
}
