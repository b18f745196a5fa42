package dev.understudy.server.config;

import dev.understudy.policy.AccountId;
import dev.understudy.server.oidc.OidcClient;

/**
 * An OpenID Connect provider of an account that the sign-in page offers.
 *
 * @param account whose roles those who sign in may choose from
 * @param client what the server is at the provider
 */
public record SignInSettings(AccountId account, OidcClient client) {}
