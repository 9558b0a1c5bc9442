/** What was overwritten or withheld because both sides changed it, kept until somebody needs it. */
@ApplicationModule(allowedDependencies = {"change", "dictionary", "query", "record"})
@NullMarked
package dev.processsync.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
