/** The web pages: what administrators and service agents see of their instance. */
@ApplicationModule(
    allowedDependencies = {
      "table",
      "table :: query",
      "settings",
      "identity",
      "connection",
      "sync",
      "correlation",
      "mail",
      "queue",
      "capture",
      "outbound",
      "inbound",
      "flow",
      "purge",
      "web"
    })
@NullMarked
package dev.processsync.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
