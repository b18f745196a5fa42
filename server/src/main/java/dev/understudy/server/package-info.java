/** Placeholder. */
package dev.understudy.server;
