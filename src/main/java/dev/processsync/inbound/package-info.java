/** Takes messages in, once each, and runs their inbound flow. */
@ApplicationModule(
    allowedDependencies = {
      "table",
      "table :: query",
      "identity",
      "connection",
      "settings",
      "sync",
      "correlation",
      "queue",
      "web"
    })
@NullMarked
package dev.processsync.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
