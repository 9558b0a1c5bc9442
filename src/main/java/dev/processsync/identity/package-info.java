/**
 * Who is asking: users, groups and roles of the engine's identity service, as tables and as
 * security.
 */
@ApplicationModule(allowedDependencies = {"table", "table :: query", "web"})
@NullMarked
package dev.processsync.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
