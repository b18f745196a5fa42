package dev.understudy.policy;

/** A value of a condition, compiled: whether a value of the request matches it. */
@FunctionalInterface
interface ValueTest {
    boolean test(String actual, RequestContext context);
}
