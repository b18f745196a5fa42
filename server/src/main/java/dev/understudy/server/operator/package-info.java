/**
 * Commands of whoever runs the server: what no customer may do, however great its permissions. They
 * are authorised by the master key, which only who may read the data folder has. A stopped server's
 * folder is changed by the command itself; a running one is told at its management port, in a
 * message sealed under the master key.
 */
package dev.understudy.server.operator;
