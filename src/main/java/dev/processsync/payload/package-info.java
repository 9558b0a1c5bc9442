/**
 * What travels with an event: captured fields, read once from their JSON (docs/reference.md,
 * "Payload").
 */
@ApplicationModule(allowedDependencies = {"transaction", "web"})
@NullMarked
package dev.processsync.payload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
