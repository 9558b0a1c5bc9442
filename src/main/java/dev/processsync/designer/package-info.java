/** What the rest of the program knows of the subflows of this instance. */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "correlation",
      "definition",
      "dictionary",
      "flow",
      "flow :: action",
      "flow :: deployment",
      "flow :: engine",
      "flow :: expression",
      "flow :: payload",
      "flow :: run",
      "handshake",
      "outbound",
      "payload",
      "policy",
      "query",
      "queue :: entry",
      "queue :: lane",
      "record",
      "transaction"
    })
@NullMarked
package dev.processsync.designer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
