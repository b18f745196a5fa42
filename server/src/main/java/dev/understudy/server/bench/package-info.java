/**
 * A load on a server in a process of its own, with requests signed beforehand, beside the bare web
 * server's echo.
 */
package dev.understudy.server.bench;
