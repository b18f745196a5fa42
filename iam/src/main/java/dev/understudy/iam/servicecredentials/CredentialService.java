package dev.understudy.iam.servicecredentials;

import dev.understudy.iam.errors.NoSuchEntity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A service that has credentials of its own: either a user name and a password, or an API key that
 * may expire.
 */
enum CredentialService {
    BEDROCK("bedrock.amazonaws.com", true),
    CASSANDRA("cassandra.amazonaws.com", false),
    CODECOMMIT("codecommit.amazonaws.com", false),
    LOGS("logs.amazonaws.com", true);

    /** What every API key begins with. */
    private static final String KEY_MARK = "ABSK";

    private static final int SECRET_BYTES = 33;

    private final String serviceName;
    private final boolean apiKeys;

    CredentialService(String serviceName, boolean apiKeys) {
        this.serviceName = serviceName;
        this.apiKeys = apiKeys;
    }

    /** The service of this name, or NoSuchEntity. */
    static CredentialService of(String name) {
        for (CredentialService service : values()) {
            if (service.serviceName.equals(name)) {
                return service;
            }
        }
        throw NoSuchEntity.serviceOfCredentials(name);
    }

    String serviceName() {
        return serviceName;
    }

    /** Whether its credentials are API keys with an alias, in place of user names and passwords. */
    boolean hasApiKeys() {
        return apiKeys;
    }

    /** A fresh password, or the secret of an API key, which names its alias as well. */
    String secret(String alias, RandomGenerator random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getEncoder().encodeToString(bytes);
        return apiKeys
                ? KEY_MARK
                        + Base64.getEncoder()
                                .encodeToString(
                                        (alias + ":" + secret).getBytes(StandardCharsets.UTF_8))
                : secret;
    }
}
