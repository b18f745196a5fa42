/**
 * Keys of OpenID Connect issuers, fetched. A token is checked by {@link
 * dev.understudy.server.issuers.FetchedKeys}, which remembers; what it does not know, an {@code
 * IssuerFetch} reads from the issuer: its discovery document, then the key set that this names.
 * Each step is an {@code Exchange}, which resolves the host once, refuses addresses that {@link
 * dev.understudy.server.issuers.AddressRules} does not allow, and connects to the address it looked
 * at. Whoever may register a provider chooses where this server connects to: hence the rules.
 */
package dev.understudy.server.issuers;
