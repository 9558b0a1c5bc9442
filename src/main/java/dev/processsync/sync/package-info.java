/**
 * What an administrator defines: process sync definitions, events, remote systems, captures, flow
 * bindings.
 */
@ApplicationModule(allowedDependencies = {"table", "table :: query", "identity", "connection"})
@NullMarked
package dev.processsync.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
