/** Placeholder. */
package dev.understudy.directory;
