/**
 * A tab of a process instance's page in Cockpit: the queue entry that the instance works on, its
 * correlation and its record. What the browser runs is in {@code plugin-webapp/process-sync}.
 */
@ApplicationModule(allowedDependencies = {"dictionary", "problem", "queue :: entry", "record"})
@NullMarked
package dev.processsync.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
