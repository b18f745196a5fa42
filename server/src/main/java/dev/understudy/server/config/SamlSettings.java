package dev.understudy.server.config;

import dev.understudy.federation.AssertionConsumers;
import dev.understudy.federation.SamlResponseVerifier;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What SAML responses must be.
 *
 * @param publicUrl what others reach the API by, without a slash at its end; null where nobody said
 * @param consumers addresses, besides AWS's and the server's own, that responses may be sent to
 * @param sha1Allowed whether a signature may still rest on SHA-1
 */
public record SamlSettings(
        @Nullable String publicUrl, List<String> consumers, boolean sha1Allowed) {
    public SamlSettings {
        consumers = List.copyOf(consumers);
    }

    /**
     * Verifies responses sent to AWS, to these, or to {@code /saml} of the server.
     *
     * @param otherwise what the server is reached by where nobody said; null if that is not known
     */
    public SamlResponseVerifier verifier(@Nullable String otherwise) {
        AssertionConsumers all = AssertionConsumers.aws();
        for (String consumer : consumers) {
            all = all.and(consumer);
        }
        String url = publicUrl == null ? otherwise : publicUrl;
        return new SamlResponseVerifier(url == null ? all : all.and(url + "/saml"), sha1Allowed);
    }
}
