/**
 * Micro-benchmarks, run with {@code mvn -pl bench exec:exec}. What they measured is in RESULTS.md.
 */
package dev.understudy.bench;
