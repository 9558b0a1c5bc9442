/** The Table API: records over HTTP, as existing clients expect it (docs/table-api.md). */
@ApplicationModule(
    allowedDependencies = {
      "bounds",
      "database",
      "dictionary",
      "problem",
      "query",
      "record",
      "support",
      "web"
    })
@NullMarked
package dev.processsync.tableapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
