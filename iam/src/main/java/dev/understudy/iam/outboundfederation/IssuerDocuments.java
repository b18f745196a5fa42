package dev.understudy.iam.outboundfederation;

import dev.understudy.directory.Account;
import dev.understudy.directory.AccountFeatures;
import dev.understudy.directory.Directory;
import dev.understudy.directory.TokenSigningKey;
import dev.understudy.federation.IssuerKey;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * What an issuer tells everybody: its discovery document and its public keys. Disabling an issuer
 * leaves them, because AWS's tokens from before stay good.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery</a>
 */
public final class IssuerDocuments {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String KEYS = "/.well-known/jwks.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Directory directory;
    private final IssuerUrls urls;

    /** The documents of these accounts under these URLs. */
    public IssuerDocuments(Directory directory, IssuerUrls urls) {
        this.directory = directory;
        this.urls = urls;
    }

    /**
     * The document of this path, as JSON; null if it is none of an issuer here.
     *
     * @param host of the request, with or without a port; null if it names none
     */
    public @Nullable String find(@Nullable String host, String path, Instant now) {
        boolean discovery = path.endsWith(DISCOVERY);
        if (!discovery && !path.endsWith(KEYS)) {
            return null;
        }
        String above = path.substring(0, path.length() - (discovery ? DISCOVERY : KEYS).length());
        String stored = urls.asked(host, above);
        AccountId id = stored == null ? null : directory.locate(stored);
        Account account = id == null ? null : directory.account(id);
        if (stored == null
                || account == null
                || !stored.equals(AccountFeatures.of(account).tokenIssuer())) {
            return null;
        }
        return discovery ? discovery(urls.url(stored)) : keys(account, now);
    }

    private static String discovery(String issuer) {
        ObjectNode document = JSON.createObjectNode();
        document.put("issuer", issuer);
        document.put("jwks_uri", issuer + KEYS);
        document.putArray("response_types_supported").add("id_token");
        document.putArray("subject_types_supported").add("public");
        ArrayNode algorithms = document.putArray("id_token_signing_alg_values_supported");
        for (IssuerKey.Algorithm algorithm : IssuerKey.Algorithm.values()) {
            algorithms.add(algorithm.name());
        }
        document.putArray("claims_supported")
                .add("sub")
                .add("aud")
                .add("iss")
                .add("iat")
                .add("exp")
                .add("jti");
        return document.toString();
    }

    private static String keys(Account account, Instant now) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode keys = document.putArray("keys");
        for (TokenSigningKey key : TokenSigningKey.of(account)) {
            if (key.verifies(now)) {
                keys.add(JSON.readTree(key.publicKey()));
            }
        }
        return document.toString();
    }
}
