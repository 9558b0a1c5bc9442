/** Tables and fields as an administrator sees them, their records, and how to query them. */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package dev.processsync.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
