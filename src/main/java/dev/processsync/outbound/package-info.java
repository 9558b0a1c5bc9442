/** Runs the outbound flow of an entry and transmits what was committed. */
@ApplicationModule(
    allowedDependencies = {
      "table",
      "table :: query",
      "settings",
      "identity",
      "connection",
      "sync",
      "correlation",
      "queue"
    })
@NullMarked
package dev.processsync.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
