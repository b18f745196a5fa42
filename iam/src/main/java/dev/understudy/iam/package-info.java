/** Placeholder. */
package dev.understudy.iam;
