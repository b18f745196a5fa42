/** Managed policies. {@link dev.understudy.iam.policies.Policies} lists the operations. */
package dev.understudy.iam.policies;
