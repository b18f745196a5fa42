package dev.understudy.federation;

/**
 * All that is asked of identity providers over a network.
 *
 * @param keys where the keys of issuers of id tokens come from
 * @param tokens where providers of access tokens tell of them
 * @param thumbprints where thumbprints of issuers' servers come from
 */
public record IdentityProviders(
        KeySource keys, TokenEndpoint tokens, ThumbprintSource thumbprints) {

    /** Those whose keys are known from here, and of whom nothing else is asked. */
    public static IdentityProviders of(KeySource keys) {
        return new IdentityProviders(keys, TokenEndpoint.none(), ThumbprintSource.none());
    }
}
