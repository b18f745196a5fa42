package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

/** Where the public keys of identity providers come from. */
@FunctionalInterface
public interface KeySource {
    /**
     * The key set (JWKS, as JSON) of the issuer with this URL, {@code https://} included.
     *
     * @return null if no keys of this issuer are to be had
     */
    @Nullable String keySet(String issuerUrl);
}
