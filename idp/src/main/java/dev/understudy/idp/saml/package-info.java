/**
 * A SAML 2.0 identity provider for development and tests: metadata, responses as providers make
 * them, and responses broken in every way that is known to have fooled somebody. {@link
 * dev.understudy.idp.saml.SamlIdentityProvider} is the door.
 */
package dev.understudy.idp.saml;
