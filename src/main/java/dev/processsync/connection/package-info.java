/**
 * How another instance is reached: aliases, connections, encrypted credentials, the HTTP client.
 */
@ApplicationModule(allowedDependencies = {"database", "dictionary", "problem", "record", "storage"})
@NullMarked
package dev.processsync.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
