/** Sends what flows have left to be sent and was committed, and knows how each remote system is. */
@ApplicationModule(
    allowedDependencies = {
      "connection",
      "database",
      "definition",
      "dictionary",
      "queue",
      "queue :: entry",
      "queue :: lane",
      "queue :: receipt",
      "queue :: report",
      "record",
      "settings",
      "support"
    })
@NullMarked
package dev.processsync.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
