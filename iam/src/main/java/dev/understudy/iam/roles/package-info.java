/**
 * IAM roles, service-linked ones among them. {@link dev.understudy.iam.roles.Roles} lists the
 * operations.
 */
package dev.understudy.iam.roles;
