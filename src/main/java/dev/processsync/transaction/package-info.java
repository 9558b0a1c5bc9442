/** What one transaction knows and leaves to be written: the one thing that is bound to a thread. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.transaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
