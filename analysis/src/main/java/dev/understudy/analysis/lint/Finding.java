package dev.understudy.analysis.lint;

import dev.understudy.policy.Position;

import org.jspecify.annotations.Nullable;

/**
 * Something to mend in a policy.
 *
 * @param issue what kind of thing
 * @param message what is wrong, one line without control characters, without a full stop
 * @param start of the exact element
 * @param end after its last character
 * @param statement the statement's index from 0; -1 if the finding is about the whole document
 * @param sid the statement's id; null if it has none
 * @param fix what to do, likewise one line
 * @param edit the change that does it; null if it takes a person to choose
 */
public record Finding(
        Issue issue,
        String message,
        Position start,
        Position end,
        int statement,
        @Nullable String sid,
        String fix,
        @Nullable Edit edit) {
    /** The code, AWS's where AWS has one: {@code INVALID_ACTION}. */
    public String code() {
        return issue.name();
    }

    /** How bad it is. */
    public Severity severity() {
        return issue.severity();
    }
}
