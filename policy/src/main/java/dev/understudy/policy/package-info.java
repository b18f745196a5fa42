/**
 * The policy language of AWS IAM, decided and explained.
 *
 * <p>A document is read once, by {@link dev.understudy.policy.PolicyReader} when it is saved or
 * {@link dev.understudy.policy.PolicyDocument#parse} when it was, into matchers. {@link
 * dev.understudy.policy.Evaluator} takes a request and the policies that apply, and answers with a
 * decision, or with an explanation of it. Nothing here reads a clock, a file or a network; the time
 * of day is a condition key.
 */
package dev.understudy.policy;
