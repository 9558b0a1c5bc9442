/**
 * Users, groups and roles: the engine's identity service, as tables with rules, and who may do
 * what.
 */
@ApplicationModule(allowedDependencies = {"database", "dictionary", "problem", "record"})
@NullMarked
package dev.processsync.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
