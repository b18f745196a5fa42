/** Placeholder. */
package dev.understudy.signature;
