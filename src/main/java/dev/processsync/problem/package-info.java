/**
 * What a caller can do wrong with records, each with a message that says what, where, and what
 * would be right; nothing was changed.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
