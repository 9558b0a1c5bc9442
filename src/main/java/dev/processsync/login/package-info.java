/**
 * How somebody proves who they are: passwords and how often they may be wrong, sessions, cookies,
 * and which address takes which role.
 */
@ApplicationModule(allowedDependencies = {"dictionary", "identity", "problem", "record"})
@NullMarked
package dev.processsync.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
