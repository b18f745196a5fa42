/** The commands. */
package dev.understudy.server.cli;
