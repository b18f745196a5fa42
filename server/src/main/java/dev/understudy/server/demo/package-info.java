/** The story that {@code ./understudy demo} plays, by signed requests against itself. */
package dev.understudy.server.demo;
