/**
 * Everything that imports the engine: the subflow catalogue, the actions, the ports of outbound and
 * inbound.
 */
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
      "inbound"
    })
@NullMarked
package dev.processsync.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
