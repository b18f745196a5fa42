package dev.understudy.policy;

/**
 * What is probably wrong where something did not match.
 *
 * @param text for people, in lower case without a full stop
 */
public record Hint(Clue clue, String text) {}
