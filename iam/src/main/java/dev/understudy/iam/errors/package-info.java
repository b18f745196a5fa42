/** IAM's errors, made where they are named: one class for a code, one method for a text. */
package dev.understudy.iam.errors;
