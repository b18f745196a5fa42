/**
 * Proof of an outside identity. A token goes in, with the keys its provider signs by; what comes
 * out is either a {@link dev.understudy.federation.VerifiedIdentity}, which only a verifier can
 * make, or the reason why not in AWS's words. Nothing here knows of stores, HTTP or the clock.
 */
package dev.understudy.federation;
