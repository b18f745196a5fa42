/**
 * HTTP, behind a thin interface of our own: nothing outside this package knows the web server that
 * serves it.
 */
package dev.understudy.server.http;
