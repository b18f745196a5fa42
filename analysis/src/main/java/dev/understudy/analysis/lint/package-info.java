/**
 * Checks policies before they are used: {@link dev.understudy.analysis.lint.Linter} is the door.
 *
 * <p>A text is read into a tree that knows the place of every value, and put behind views that name
 * what IAM names: statements, conditions, principals. Each check sees one such view and reports to
 * {@code Findings}; {@code Checks} lists them all. Codes and severities are those of AWS's IAM
 * Access Analyzer where AWS has the check, sentences are our own. What can be decided only with
 * other policies, or with a service that runs, is not checked.
 *
 * <p>Redundancy is claimed only where the evaluator cannot tell the difference; see {@code
 * Subsumption}.
 */
@NullMarked
package dev.understudy.analysis.lint;

import org.jspecify.annotations.NullMarked;
