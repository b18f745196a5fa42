/**
 * Signing in by OpenID Connect's authorization code flow with PKCE, for whoever has a browser to
 * send: the command line and the sign-in page. What comes of it is an id token that belongs to the
 * request; what it proves is for the verifier to say.
 */
package dev.understudy.server.oidc;
