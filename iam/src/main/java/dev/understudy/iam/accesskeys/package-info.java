/**
 * Access keys of IAM users. {@link dev.understudy.iam.accesskeys.AccessKeys} lists the operations.
 */
package dev.understudy.iam.accesskeys;
