/**
 * Signing in from a terminal: a browser is sent to the identity provider, its answer arrives on the
 * loopback address, and AssumeRoleWithSAML or AssumeRoleWithWebIdentity makes credentials of it,
 * which are kept until shortly before they end.
 */
package dev.understudy.server.login;
