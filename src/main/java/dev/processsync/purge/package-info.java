/**
 * Keeps the queues small: once a day, entries that have reached their age are deleted
 * (docs/reference.md, "Queues").
 */
@ApplicationModule(
    allowedDependencies = {
      "conflict",
      "dictionary",
      "problem",
      "query",
      "queue :: entry",
      "queue :: purge",
      "record",
      "settings",
      "support",
      "web"
    })
@NullMarked
package dev.processsync.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
