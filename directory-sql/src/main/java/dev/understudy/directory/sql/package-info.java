/**
 * The journal on SQLite, embedded. One platform thread writes and commits many callers' versions
 * together; what it acknowledged is on the disk.
 */
package dev.understudy.directory.sql;
