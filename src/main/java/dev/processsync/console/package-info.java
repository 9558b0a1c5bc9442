/** The web pages: what administrators and service agents see of their instance. */
@ApplicationModule(
    allowedDependencies = {
      "conflict",
      "copy",
      "correlation",
      "database",
      "definition",
      "designer",
      "dictionary",
      "identity",
      "payload",
      "problem",
      "query",
      "queue :: entry",
      "queue :: receipt",
      "queue :: report",
      "record",
      "storage",
      "support",
      "web"
    })
@NullMarked
package dev.processsync.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
