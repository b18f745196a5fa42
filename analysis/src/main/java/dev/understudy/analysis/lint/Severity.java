package dev.understudy.analysis.lint;

/** How bad a finding is, worst first, as AWS's ValidatePolicy types it. */
public enum Severity {
    /** The policy cannot be saved, or a part of it can never do what it says. */
    ERROR,
    /** It allows more than was meant, most likely. */
    SECURITY_WARNING,
    /** It may not do what was meant. */
    WARNING,
    /** It could say the same better. */
    SUGGESTION
}
