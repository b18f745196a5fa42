package dev.understudy.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement that would have allowed but for a few hurdles.
 *
 * @param hurdles one at least
 */
public record NearMiss(StatementResult statement, List<Hurdle> hurdles) {
    public NearMiss {
        hurdles = List.copyOf(hurdles);
    }

    /** For people, in one line that begins with the place. */
    public String text() {
        return statement.place() + " " + words();
    }

    /** The same without the place. */
    public String words() {
        return "would have allowed, but "
                + hurdles.stream().map(Hurdle::text).collect(Collectors.joining(", and "));
    }
}
