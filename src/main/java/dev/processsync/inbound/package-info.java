/** Takes messages in, once each. */
@ApplicationModule(
    allowedDependencies = {
      "correlation",
      "database",
      "definition",
      "dictionary",
      "payload",
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
package dev.processsync.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
