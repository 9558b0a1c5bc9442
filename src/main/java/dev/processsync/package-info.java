/** Remote Process Sync on Camunda: one business process across independent instances. */
@NullMarked
package dev.processsync;

import org.jspecify.annotations.NullMarked;
