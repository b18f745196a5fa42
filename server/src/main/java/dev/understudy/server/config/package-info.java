/** What can be configured, from the command line, the environment and a file. */
package dev.understudy.server.config;
