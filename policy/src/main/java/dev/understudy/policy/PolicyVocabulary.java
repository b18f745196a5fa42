package dev.understudy.policy;

import java.util.List;

/**
 * The names of the policy language, each list in the order in which AWS documents it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
public final class PolicyVocabulary {
    /** The elements of a document. */
    public static final List<String> DOCUMENT = List.of("Version", "Id", "Statement");

    /** The elements of a statement. */
    public static final List<String> STATEMENT =
            List.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");

    /** The types of principals that a statement names. */
    public static final List<String> PRINCIPALS =
            List.of("AWS", "Service", "Federated", "CanonicalUser");

    /** The condition operators, {@code Null} last, without set operators and {@code IfExists}. */
    public static final List<String> OPERATORS = ConditionOperator.names();

    private PolicyVocabulary() {}
}
