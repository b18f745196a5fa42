/**
 * Questions asked on the command line: who, what, by which policies; from files or from a server.
 */
@org.jspecify.annotations.NullMarked
package dev.understudy.server.check;
