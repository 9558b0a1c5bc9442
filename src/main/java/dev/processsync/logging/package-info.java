/**
 * How log lines look: whatever they quote, one message is one line, and no longer than somebody
 * reads.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
