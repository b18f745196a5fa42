/** Placeholder. */
package dev.understudy.policy;
