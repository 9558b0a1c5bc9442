/** What the parts of a flow have in common: pills, and failures that no repetition can help. */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "conflict",
      "correlation",
      "database",
      "definition",
      "dictionary",
      "identity",
      "mail",
      "outbound",
      "payload",
      "policy",
      "problem",
      "query",
      "queue :: entry",
      "queue :: lane",
      "record",
      "settings",
      "support",
      "transaction"
    })
@NullMarked
package dev.processsync.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
