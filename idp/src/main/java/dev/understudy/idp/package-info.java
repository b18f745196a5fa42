/**
 * A test identity provider: id tokens and SAML responses as the well-known providers make them,
 * good ones and ones broken on purpose. It shares no code with what verifies them, so that one can
 * be held against the other. For development and tests only.
 */
package dev.understudy.idp;
