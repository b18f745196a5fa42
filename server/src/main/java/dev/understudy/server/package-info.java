/**
 * The program: listeners, configuration, wiring, and the command line. The only module that knows
 * all others, reads a clock, and prints.
 */
package dev.understudy.server;
