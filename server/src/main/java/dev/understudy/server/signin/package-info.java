/**
 * Signing in by a browser: where identity providers post SAML responses to. A response arrives, a
 * page asks which of its roles is wanted and hands the response back with the choice, and that
 * choice is one call of AssumeRoleWithSAML like any other. Nothing is kept between the two, and
 * nothing is decided here.
 */
package dev.understudy.server.signin;
