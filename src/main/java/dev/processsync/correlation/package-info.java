/** Which local record belongs to which remote record. */
@ApplicationModule(
    allowedDependencies = {"dictionary", "problem", "record", "support", "transaction"})
@NullMarked
package dev.processsync.correlation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
