/** What a person says of a database that looks like a copy of its instance, and what follows. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "definition",
      "dictionary",
      "problem",
      "query",
      "queue :: entry",
      "record",
      "support"
    })
@NullMarked
package dev.processsync.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
