/**
 * Keeps the queues small: once a day, entries that have reached their age are deleted (reference,
 * "Queues, errors, housekeeping").
 */
@ApplicationModule(allowedDependencies = {"table", "table :: query", "settings", "queue", "web"})
@NullMarked
package dev.processsync.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
