/** Accounts as a configuration file or an export declares them, on their way into the directory. */
package dev.understudy.server.world;
