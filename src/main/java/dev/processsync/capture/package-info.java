/** A record change becomes outbound queue entries, in the same transaction. */
@ApplicationModule(allowedDependencies = {"table", "table :: query", "settings", "sync", "queue"})
@NullMarked
package dev.processsync.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
