/** The trust debugger: why a caller may, or may not, assume a role. */
@org.jspecify.annotations.NullMarked
package dev.understudy.server.trust;
