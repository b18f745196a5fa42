package dev.understudy.server.config;

import dev.understudy.policy.AccountId;
import dev.understudy.server.oidc.OidcClient;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code signIn} of an account's {@code oidcProviders}: whom the sign-in page offers. */
final class SignInReader {
    static final String KEY = "signIn";
    private static final String SCHEME = "https://";
    private static final List<String> KEYS = List.of("clientId", "clientSecretFile", "scope");

    private final List<SignInSettings> found = new ArrayList<>();

    /** Reads one provider of an account; paths are relative to the configuration file. */
    void read(Fields provider, AccountId account, Path config) {
        Fields signIn = provider.object(KEY, KEYS);
        if (signIn == null) {
            return;
        }
        String url = provider.required("url");
        String issuer = url.startsWith(SCHEME) ? url : SCHEME + url;
        String client = signIn.required("clientId");
        if (!provider.texts("clientIds").contains(client)) {
            throw new ConfigProblem(
                    "`"
                            + signIn.path()
                            + ".clientId` is none of the provider's `clientIds`, so that no token"
                            + " for it is good");
        }
        String scope = signIn.or("scope", OidcClient.SCOPE);
        if (!Arrays.asList(scope.split(" ")).contains("openid")) {
            throw new ConfigProblem("`" + signIn.path() + ".scope` must contain openid");
        }
        found.add(
                new SignInSettings(
                        account, new OidcClient(issuer, client, secret(signIn, config), scope)));
    }

    private static @Nullable String secret(Fields signIn, Path config) {
        String file = signIn.scalar("clientSecretFile");
        if (file == null) {
            return null;
        }
        try {
            Path path = config.toAbsolutePath().resolveSibling(file);
            String secret = Files.readString(path).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException | InvalidPathException unreadable) {
            // falls through to the message for all that holds no secret
        }
        throw new ConfigProblem(
                "`" + signIn.path() + ".clientSecretFile` must be a file that holds the secret");
    }

    /**
     * What was read.
     *
     * @param publicUrl where browsers come back to, which no request may say
     */
    List<SignInSettings> settings(@Nullable String publicUrl) {
        if (!found.isEmpty() && (publicUrl == null || !isProtected(URI.create(publicUrl)))) {
            throw new ConfigProblem(
                    "`"
                            + KEY
                            + "` needs `publicUrl`, where browsers come back to: an https URL, or"
                            + " one of this machine");
        }
        return List.copyOf(found);
    }

    /** What a browser does not send in the clear over a network. */
    private static boolean isProtected(URI url) {
        if ("https".equals(url.getScheme())) {
            return true;
        }
        try {
            return "localhost".equals(url.getHost())
                    || InetAddress.ofLiteral(url.getHost()).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
