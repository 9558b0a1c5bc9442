/** A record change becomes outbound queue entries, in the same transaction. */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "conflict",
      "definition",
      "dictionary",
      "payload",
      "problem",
      "query",
      "queue",
      "queue :: entry",
      "record",
      "settings",
      "transaction"
    })
@NullMarked
package dev.processsync.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
