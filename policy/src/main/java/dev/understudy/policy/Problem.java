package dev.understudy.policy;

/**
 * Something wrong with a document.
 *
 * @param position where
 * @param message what, in lower case without a full stop
 */
public record Problem(Position position, String message) {
    @Override
    public String toString() {
        return position + ": " + message;
    }
}
