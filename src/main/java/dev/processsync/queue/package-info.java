/**
 * Entries that wait for their turn, as those who put them in and decide about them know them. Knows
 * nothing about flows or HTTP.
 */
@ApplicationModule(
    allowedDependencies = {
      "correlation",
      "database",
      "dictionary",
      "problem",
      "query",
      "record",
      "settings",
      "storage",
      "support",
      "transaction",
      "web"
    })
@NullMarked
package dev.processsync.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
