/** Runs the outbound flow of an entry and transmits what was committed. */
@ApplicationModule(
    allowedDependencies = {
      "connection",
      "correlation",
      "database",
      "definition",
      "dictionary",
      "payload",
      "queue",
      "queue :: entry",
      "queue :: lane",
      "queue :: report",
      "record",
      "settings",
      "support"
    })
@NullMarked
package dev.processsync.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
