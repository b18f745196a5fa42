package dev.understudy.catalog;

/**
 * An issuer of OpenID Connect tokens that serves many customers under one URL, so that its name
 * alone says nothing of whose a token is.
 *
 * @param url without {@code https://}
 * @param tenantKey the condition key that tells its customers apart
 * @param required whether IAM saves no trust policy that names it and does not ask for the key
 */
public record SharedIssuer(String url, String tenantKey, boolean required) {}
