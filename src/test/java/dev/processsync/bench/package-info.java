/**
 * The benchmark: the same work done by this product, by a hand-written peer on Apache Camel, by one
 * Camunda job per event, and by batched SQL alone. See {@code docs/benchmark.md}.
 */
@NullMarked
package dev.processsync.bench;

import org.jspecify.annotations.NullMarked;
