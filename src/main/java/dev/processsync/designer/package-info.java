/** What the rest of the program knows of the subflows of this instance. */
@ApplicationModule(
    allowedDependencies = {
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
      "inbound",
      "outbound",
      "payload",
      "policy",
      "query",
      "queue :: entry",
      "queue :: lane",
      "record"
    })
@NullMarked
package dev.processsync.designer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
