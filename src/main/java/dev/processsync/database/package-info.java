/**
 * Connections to the database shared out by kind of work, its health, and what nodes of an instance
 * settle through it: who starts first, which instance this is.
 */
@ApplicationModule(allowedDependencies = {"dictionary", "storage", "support"})
@NullMarked
package dev.processsync.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
