package dev.understudy.analysis.lint;

/**
 * A change of a policy's text.
 *
 * @param start offset of the first character that is replaced
 * @param end offset after the last; equal to start if the edit only inserts
 * @param replacement what comes in its place
 */
public record Edit(int start, int end, String replacement) {}
