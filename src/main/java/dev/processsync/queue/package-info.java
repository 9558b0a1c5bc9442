/** Entries that wait for their turn: lanes, order, status. Knows nothing about flows or HTTP. */
@ApplicationModule(allowedDependencies = {"table", "table :: query", "settings", "web"})
@NullMarked
package dev.processsync.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
