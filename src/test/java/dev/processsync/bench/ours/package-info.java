/** Ours: two instances that the tutorial has linked. */
@NullMarked
package dev.processsync.bench.ours;

import org.jspecify.annotations.NullMarked;
