package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;

/**
 * A stretch of the text.
 *
 * @param start offset of its first character
 * @param end offset after its last
 */
record Span(int start, int end) {
    static Span of(Json value) {
        return new Span(value.start(), value.end());
    }

    /** The name of a member, with its quotes. */
    static Span ofName(Json.Member member) {
        return new Span(member.start(), member.nameEnd());
    }

    /** The opening bracket: where something is missing in an object, that is the place. */
    static Span ofOpening(Json value) {
        return new Span(value.start(), value.start() + 1);
    }
}
