/**
 * How fast a decision is made, by what there is to decide on; how fast policies are compiled; how
 * much room they take; and the same policies in another engine beside them.
 */
@org.jspecify.annotations.NullMarked
package dev.understudy.bench.decision;
