/**
 * What the kit stands on: the engine and records as they are, everything else in memory. Tests of
 * subflows need none of it; the product's own tests do.
 */
@NullMarked
package dev.processsync.testing.slice;

import org.jspecify.annotations.NullMarked;
