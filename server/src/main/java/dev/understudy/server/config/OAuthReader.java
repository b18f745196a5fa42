package dev.understudy.server.config;

import dev.understudy.federation.OAuthProvider;
import dev.understudy.server.issuers.OAuthEndpoints;
import dev.understudy.server.issuers.OAuthEndpoints.FacebookApp;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Reads {@code oauthProviders}: where Amazon and Facebook are asked about access tokens. */
final class OAuthReader {
    static final String KEY = "oauthProviders";

    private String amazonUrl = OAuthEndpoints.REAL.amazonUrl();
    private String facebookUrl = OAuthEndpoints.REAL.facebookUrl();
    private @Nullable FacebookApp app;

    void read(Fields fields) {
        for (Fields provider : fields.list(KEY, List.of("id", "url", "appId", "appSecret"))) {
            String id = provider.required("id");
            switch (OAuthProvider.of(id)) {
                case AMAZON -> readAmazon(provider);
                case FACEBOOK -> readFacebook(provider);
                case null ->
                        throw ConfigProblem.unknown(
                                "provider in `" + provider.path() + ".id`:",
                                id,
                                Arrays.stream(OAuthProvider.values())
                                        .map(OAuthProvider::host)
                                        .toList());
            }
        }
    }

    private void readAmazon(Fields provider) {
        if (provider.has("appId") || provider.has("appSecret")) {
            throw new ConfigProblem(
                    "`" + provider.path() + "`: Amazon is asked in nobody's name, only Facebook");
        }
        amazonUrl = url(provider, amazonUrl);
    }

    private void readFacebook(Fields provider) {
        facebookUrl = url(provider, facebookUrl);
        app = new FacebookApp(provider.quoted("appId"), provider.quoted("appSecret"));
    }

    private static String url(Fields provider, String fallback) {
        String text = provider.or("url", fallback);
        try {
            URI url = URI.create(text);
            boolean plain =
                    "https".equals(url.getScheme())
                            && url.getHost() != null
                            && url.getRawUserInfo() == null
                            && url.getRawQuery() == null
                            && url.getRawFragment() == null;
            if (plain) {
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through to the message for all that is no such URL
        }
        throw new ConfigProblem("`" + provider.path() + ".url` must be an https URL");
    }

    OAuthEndpoints endpoints() {
        return new OAuthEndpoints(amazonUrl, facebookUrl, app);
    }
}
