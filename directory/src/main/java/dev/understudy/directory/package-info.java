/**
 * Accounts as values, and the journal that keeps them. An operation reads an immutable {@link
 * dev.understudy.directory.Account} and returns changes; the {@link
 * dev.understudy.directory.Directory} appends them to the {@link dev.understudy.directory.Journal}
 * with compare-and-set, and answers when they are durable.
 */
package dev.understudy.directory;
