/**
 * What concerns an account as a whole. {@link dev.understudy.iam.account.AccountOperations} lists
 * the operations.
 */
package dev.understudy.iam.account;
