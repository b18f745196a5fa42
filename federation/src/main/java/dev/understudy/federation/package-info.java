/** Placeholder. */
package dev.understudy.federation;
