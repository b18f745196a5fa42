package dev.understudy.server.config;

import dev.understudy.operation.Mode;
import dev.understudy.operation.Quotas;
import dev.understudy.server.issuers.AddressRules;
import dev.understudy.server.issuers.OAuthEndpoints;
import dev.understudy.server.world.Declared;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a server is told, from all places together.
 *
 * @param port of the API; 0 for any free one
 * @param managementPort of health and metrics; 0 for any free one
 * @param host the address to listen on
 * @param data the folder of database, master key and credentials
 * @param mode what a refusal does
 * @param dev whether explanations are open to whoever reaches the management port
 * @param allowRemote whether {@code host} may be other than loopback
 * @param accounts declared accounts
 * @param keySets key sets (JWKS, as JSON) of identity providers by issuer URL
 * @param keyFiles files that hold key sets of identity providers, by issuer URL
 * @param oauth where providers of access tokens are asked about them
 * @param issuerNetworks where keys of identity providers may be fetched from
 * @param quotas how much accounts may have
 * @param propagationDelay how long a change stays unseen by reads and decisions; zero for none
 * @param issuerUrl what the URLs of accounts as issuers of tokens begin with; null for AWS's own
 * @param auditLog the file that every request is recorded in; null for none
 * @param saml where SAML responses may be sent, and what they may be
 * @param signIns OpenID Connect providers that the sign-in page offers; where there are any, {@code
 *     saml} has a public URL
 */
public record ServerConfig(
        int port,
        int managementPort,
        String host,
        Path data,
        Mode mode,
        boolean dev,
        boolean allowRemote,
        List<Declared.Account> accounts,
        Map<String, String> keySets,
        Map<String, Path> keyFiles,
        OAuthEndpoints oauth,
        AddressRules issuerNetworks,
        Quotas quotas,
        Duration propagationDelay,
        @Nullable String issuerUrl,
        SamlSettings saml,
        @Nullable Path auditLog,
        List<SignInSettings> signIns) {
    /** The API's port where nothing else is said. */
    public static final int DEFAULT_PORT = 4600;

    /** The management port where nothing else is said. */
    public static final int DEFAULT_MANAGEMENT_PORT = 4601;

    public ServerConfig {
        accounts = List.copyOf(accounts);
        signIns = List.copyOf(signIns);
        keySets = Map.copyOf(keySets);
        keyFiles = Map.copyOf(keyFiles);
    }
}
