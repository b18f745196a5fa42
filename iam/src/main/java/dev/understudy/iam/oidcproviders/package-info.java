/**
 * OpenID Connect providers. {@link dev.understudy.iam.oidcproviders.OidcProviders} lists the
 * operations.
 */
package dev.understudy.iam.oidcproviders;
