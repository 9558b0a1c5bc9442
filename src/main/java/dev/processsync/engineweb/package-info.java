/**
 * The engine's own REST API and web applications, served like every other address: for this
 * instance's engine, with refusals in its words.
 */
@ApplicationModule(allowedDependencies = {"identity", "login", "problem", "record", "web"})
@NullMarked
package dev.processsync.engineweb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
