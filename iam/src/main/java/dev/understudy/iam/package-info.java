/**
 * AWS IAM: a folder for each resource, and {@link dev.understudy.iam.Understudy}, which puts the
 * services together.
 */
package dev.understudy.iam;
