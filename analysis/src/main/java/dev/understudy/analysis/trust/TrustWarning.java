package dev.understudy.analysis.trust;

/**
 * A place where a trust policy admits more than whom it was likely meant for.
 *
 * @param code the linter's, or {@code MISSING_EXTERNAL_ID}; stable
 * @param line of the place, from 1
 * @param column of the place, from 1
 * @param message what is too wide
 * @param fix what to do
 */
public record TrustWarning(String code, int line, int column, String message, String fix) {}
