package dev.understudy.policy;

import java.util.List;

/** What came of reading a document that is to be saved. */
public sealed interface PolicyReading {
    /** It may be saved. */
    record Valid(PolicyDocument document) implements PolicyReading {}

    /**
     * It may not.
     *
     * @param message AWS's MalformedPolicyDocument text
     * @param problems everything wrong with it, with places
     */
    record Invalid(String message, List<Problem> problems) implements PolicyReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
