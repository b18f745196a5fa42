package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.OidcProvider;
import dev.understudy.federation.IdToken;
import dev.understudy.federation.IdTokenVerifier;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.Proof;
import dev.understudy.federation.TrustedProvider;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/** What an id token proves to an account: by its own providers, and by those that all know. */
final class AccountTokens {
    private final IdTokenVerifier verifier;

    AccountTokens(IdentityProviders providers) {
        this.verifier = new IdTokenVerifier(providers.keys());
    }

    Proof verify(IdToken token, Account account, Instant now) {
        String issuer = Objects.requireNonNullElse(token.claimedIssuer(), "");
        TrustedProvider provider =
                TrustedProvider.of(issuer, url -> registered(account.oidcProvider(url), account));
        return provider == null
                ? IdTokenVerifier.noProvider(issuer)
                : verifier.verify(token, provider, now);
    }

    private static TrustedProvider.@Nullable Registered registered(
            @Nullable OidcProvider provider, Account account) {
        return provider == null
                ? null
                : new TrustedProvider.Registered(
                        provider.arn(account),
                        provider.url(),
                        provider.clientIds(),
                        provider.thumbprints());
    }
}
