/** What incidents and other tasks do by themselves: priority, opening, resolving and closing. */
@ApplicationModule(allowedDependencies = {"dictionary", "problem", "record"})
@NullMarked
package dev.processsync.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
