/** The ordinary way with Camunda: an asynchronous process instance for each event on each side. */
@NullMarked
package dev.processsync.bench.onejob;

import org.jspecify.annotations.NullMarked;
