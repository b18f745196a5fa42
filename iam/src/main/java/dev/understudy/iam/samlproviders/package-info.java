/** SAML 2.0 identity providers. */
package dev.understudy.iam.samlproviders;
